package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.BuiltInDefinitions;
import io.tapdeck.blueprint.backupsystem.BackupDefinitions;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.environment.EnvironmentDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim of the output {@code SystemCapabilities} is true of the templates. */
@ExtendWith(SharedWorker.class)
class SystemCapabilitiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Synthesizer synthesizer;
    private List<JsonNode> templates = List.of();
    private CloudAssembly assembly =
            new CloudAssembly(BackupDefinitions.valid(BackupDefinitions.draft()), List.of(), List.of(), Duration.ZERO);

    SystemCapabilitiesTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    static Stream<Named<EnvironmentDefinition>> definitions() {
        return Stream.concat(
                BuiltInDefinitions.variants()
                        .filter(variant -> variant.getPayload().blueprint().equals(BackupSystem.ID)),
                Stream.of("1", "2", "30", "31", "90", "91", "3650")
                        .map(days -> Named.of(
                                days + " days",
                                BackupDefinitions.valid(BackupDefinitions.draft()
                                        .withSetting("retentionDays", days)
                                        .withSetting("noncurrentDays", days)))));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void noClaimIsUntrue(EnvironmentDefinition definition) throws JsonProcessingException {
        assembly = SharedWorker.synthesize(synthesizer, definition);
        List<JsonNode> read = new ArrayList<>();
        for (StackTemplate stack : assembly.stacks()) {
            read.add(JSON.readTree(stack.body()));
        }
        templates = read;
        JsonNode claims =
                JSON.readTree(own().at("/Outputs/SystemCapabilities/Value").asText());

        assertThat(claims.properties()).isNotEmpty().allSatisfy(claim -> check(claim.getKey(), claim.getValue()));
    }

    private void check(String claim, JsonNode value) {
        switch (claim) {
            case "retentionDays" ->
                assertThat(backupBuckets())
                        .allSatisfy(bucket -> assertThat(rule(bucket).path("ExpirationInDays"))
                                .isEqualTo(value));
            case "noncurrentDays" ->
                assertThat(backupBuckets())
                        .allSatisfy(bucket -> assertThat(rule(bucket).at("/NoncurrentVersionExpiration/NoncurrentDays"))
                                .isEqualTo(value));
            case "encryption" -> checkEncryption(value.asText());
            case "encryptionInTransit" -> checkTls(value.asText());
            case "replication" -> checkReplication(value.asText());
            case "deduplication" -> {
                assertThat(value.asText()).isEqualTo("Table by file hash");
                assertThat(ofType("AWS::DynamoDB::Table"))
                        .anyMatch(table -> table.at("/Properties/KeySchema")
                                .toString()
                                .equals("[{\"AttributeName\":\"fileHash\",\"KeyType\":\"HASH\"}]"));
            }
            case "auditLogging" -> checkLogs(value.asText());
            case "costOptimization" ->
                assertThat(backupBuckets())
                        .allSatisfy(bucket -> assertThat(
                                        rule(bucket).path("Transitions").findValues("StorageClass"))
                                .isEqualTo(list(value)));
            case "pointInTimeRecovery" ->
                assertThat(ofType("AWS::DynamoDB::Table"))
                        .filteredOn(table -> table.toString().contains("backupId"))
                        .singleElement()
                        .satisfies(table -> assertThat(table.at(
                                        "/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
                                .isEqualTo(value));
            case "deletionProtection" -> checkProtection(value.asBoolean());
            default -> throw new AssertionError("nothing proves " + claim);
        }
    }

    private void checkEncryption(String claim) {
        assertThat(claim).isEqualTo("KMS Customer Managed (access logs: S3 managed)");
        String ownKey = "\\{\"Fn::GetAtt\":\\[\"\\w*EncryptionKey\\w*\",\"Arn\"]}";
        assertThat(backupBuckets())
                .allSatisfy(bucket -> assertThat(bucket.at("/Properties/BucketEncryption")
                                .findValue("KMSMasterKeyID")
                                .toString())
                        .matches(ownKey));
        assertThat(logBuckets())
                .allSatisfy(bucket -> assertThat(bucket.at("/Properties/BucketEncryption")
                                .findValue("SSEAlgorithm")
                                .asText())
                        .isEqualTo("AES256"));
        assertThat(ofType("AWS::DynamoDB::Table"))
                .hasSize(2)
                .allSatisfy(table -> assertThat(table.at("/Properties/SSESpecification/KMSMasterKeyId")
                                .toString())
                        .matches(ownKey));
        assertThat(Stream.of("AWS::SQS::Queue", "AWS::SNS::Topic").flatMap(type -> ofType(type).stream()))
                .hasSize(3)
                .allSatisfy(resource -> assertThat(
                                resource.at("/Properties/KmsMasterKeyId").toString())
                        .matches(ownKey));
    }

    private void checkTls(String claim) {
        assertThat(claim).isEqualTo("TLS only");
        Map<String, String> policies = Map.of(
                "AWS::S3::Bucket", "AWS::S3::BucketPolicy",
                "AWS::SQS::Queue", "AWS::SQS::QueuePolicy",
                "AWS::SNS::Topic", "AWS::SNS::TopicPolicy");
        assertThat(policies)
                .allSatisfy((type, policyType) -> assertThat(ofType(policyType))
                        .hasSameSizeAs(ofType(type))
                        .allSatisfy(policy -> assertThat(policy.at("/Properties/PolicyDocument/Statement"))
                                .anyMatch(statement ->
                                        statement.path("Effect").asText().equals("Deny")
                                                && statement
                                                        .path("Condition")
                                                        .toString()
                                                        .equals("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"))));
    }

    private void checkReplication(String claim) {
        JsonNode rules = primary().at("/Properties/ReplicationConfiguration/Rules");
        assertThat(rules).hasSize(1);
        assertThat(rules.at("/0/Status").asText()).isEqualTo("Enabled");
        JsonNode destination = rules.at("/0/Destination/Bucket");
        if (claim.equals("Same-Region")) {
            assertThat(assembly.stacks()).hasSize(1);
            assertThat(own().path("Resources")
                            .has(destination.at("/Fn::GetAtt/0").asText()))
                    .isTrue();
        } else {
            assertThat(claim).isEqualTo("Cross-Region to eu-west-1");
            assertThat(assembly.stacks()).hasSize(2).first().satisfies(replica -> {
                assertThat(replica.region()).isEqualTo("eu-west-1");
                assertThat(replica.body()).contains("backup-replica-dev-");
            });
            assertThat(destination.toString()).contains("backup-replica-dev-", "-eu-west-1");
            assertThat(ofType("AWS::S3::Bucket")).hasSize(4);
        }
    }

    private void checkLogs(String claim) {
        assertThat(claim).isEqualTo("S3 access logs, 90 days");
        assertThat(logBuckets())
                .hasSameSizeAs(templates)
                .allSatisfy(bucket -> assertThat(
                                rule(bucket).path("ExpirationInDays").asInt())
                        .isEqualTo(90));
        assertThat(backupBuckets())
                .allSatisfy(bucket -> assertThat(bucket.at("/Properties/LoggingConfiguration/DestinationBucketName/Ref")
                                .asText())
                        .startsWith("BackupLogBucket"));
        assertThat(ofType("AWS::S3::BucketPolicy"))
                .filteredOn(policy -> policy.toString().contains("logging.s3.amazonaws.com"))
                .hasSameSizeAs(templates);
    }

    private void checkProtection(boolean claimed) {
        assertThat(assembly.stacks()).allMatch(stack -> stack.terminationProtection() == claimed);
        assertThat(Stream.of("AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::KMS::Key")
                        .flatMap(type -> ofType(type).stream()))
                .allMatch(resource -> resource.path("DeletionPolicy").asText().equals(claimed ? "Retain" : "Delete"))
                .allMatch(resource ->
                        resource.path("UpdateReplacePolicy").asText().equals(claimed ? "Retain" : "Delete"));
        assertThat(ofType("AWS::DynamoDB::Table"))
                .allMatch(table ->
                        table.at("/Properties/DeletionProtectionEnabled").asBoolean() == claimed);
        assertThat(ofType("Custom::S3AutoDeleteObjects").isEmpty()).isEqualTo(claimed);
    }

    /** The environment's own stack comes last. */
    private JsonNode own() {
        return templates.getLast();
    }

    private JsonNode primary() {
        return own().path("Resources").properties().stream()
                .filter(resource -> resource.getKey().matches("BackupBucketdev[0-9A-F]{8}"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> backupBuckets() {
        List<JsonNode> buckets = ofType("AWS::S3::Bucket").stream()
                .filter(bucket -> !logBuckets().contains(bucket))
                .toList();
        assertThat(buckets).hasSize(2);
        return buckets;
    }

    private List<JsonNode> logBuckets() {
        return ofType("AWS::S3::Bucket").stream()
                .filter(bucket -> bucket.at("/Properties/BucketName").toString().contains("-logs-"))
                .toList();
    }

    private List<JsonNode> ofType(String type) {
        return templates.stream()
                .flatMap(template -> template.path("Resources").properties().stream())
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    private static JsonNode rule(JsonNode bucket) {
        return bucket.at("/Properties/LifecycleConfiguration/Rules/0");
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
