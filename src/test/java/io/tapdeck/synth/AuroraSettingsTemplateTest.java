package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.environment.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings in which the two seeds of {@code aurora-mysql} differ, and what each does to the template. */
@ExtendWith(SharedWorker.class)
class AuroraSettingsTemplateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Synthesizer synthesizer;
    private final Draft draft = AuroraDefinitions.draft();

    AuroraSettingsTemplateTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @Test
    void logicalIdsAreTheSameInEveryPreset() {
        assertThat(ids(template(AuroraDefinitions.draft("portable")))).isEqualTo(ids(template(draft)));
    }

    @Test
    void subnetsLieWhereTheyWereChosenAndAreCalledSo() {
        JsonNode template = template(draft.withSetting("vpcCidr", "10.9.0.0/27")
                .withSetting("subnetCidrA", "10.9.0.16/28")
                .withSetting("subnetCidrB", "10.9.0.0/28")
                .withSetting("subnetName", "Data"));

        assertThat(ofType(template, "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .containsExactly("10.9.0.16/28", "10.9.0.0/28");
        assertThat(ofType(template, "AWS::EC2::Subnet"))
                .extracting(subnet -> tag(subnet, "aws-cdk:subnet-name"))
                .containsExactly("Data", "Data");
        assertThat(ofType(template, "AWS::EC2::RouteTable"))
                .extracting(table -> tag(table, "Name"))
                .containsExactly(
                        "TapStackdev/InfrastructureStack-dev/AuroraVpc-dev/DataSubnet1",
                        "TapStackdev/InfrastructureStack-dev/AuroraVpc-dev/DataSubnet2");
    }

    @Test
    void theLongestSubnetNameFitsIntoATagOfTheLongestSuffix() {
        JsonNode template = template(draft.withSuffix("a".repeat(19)).withSetting("subnetName", "n".repeat(151)));

        assertThat(ofType(template, "AWS::EC2::Subnet"))
                .allSatisfy(subnet -> assertThat(tag(subnet, "Name")).hasSize(256));
    }

    @Test
    void theAliasIsNamedAfterTheStackOrBySuffix() {
        assertThat(property(template(draft), "AWS::KMS::Alias", "AliasName").asText())
                .isEqualTo("alias/tapdeck-aurora-mysql-dev");
        assertThat(property(template(draft.withSetting("keyAlias", "suffix")), "AWS::KMS::Alias", "AliasName")
                        .asText())
                .isEqualTo("alias/aurora-db-key-dev");
    }

    @Test
    void exportsAreTieredOrOnlyDeletedAndOldVersionsFreed() {
        JsonNode tiered = rule(draft.withSetting("exportExpiryDays", "91"));
        JsonNode deleted = rule(draft.withSetting("bucketLifecycle", "expire").withSetting("exportExpiryDays", "1"));

        assertThat(tiered.path("ExpirationInDays").asInt()).isEqualTo(91);
        assertThat(tiered.path("Transitions"))
                .extracting(step -> step.path("TransitionInDays").asInt())
                .containsExactly(30, 90);
        assertThat(tiered.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isEqualTo(90);
        assertThat(deleted.path("ExpirationInDays").asInt()).isEqualTo(1);
        assertThat(deleted.has("Transitions")).isFalse();
        assertThat(deleted.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isEqualTo(1);
    }

    @Test
    void theBucketIsOnTheOwnKeyOrOnTheOneOfS3() {
        String algorithm = "/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm";

        assertThat(property(template(draft), "AWS::S3::Bucket", "BucketEncryption")
                        .at(algorithm)
                        .asText())
                .isEqualTo("aws:kms");
        assertThat(property(
                                template(draft.withSetting("bucketEncryption", "s3")),
                                "AWS::S3::Bucket",
                                "BucketEncryption")
                        .at(algorithm)
                        .asText())
                .isEqualTo("AES256");
    }

    @Test
    void cloudWatchMayUseTheKeyExactlyIfTheTopicIsOnIt() {
        JsonNode encrypted = template(draft);
        JsonNode plain = template(draft.withSetting("topicEncryption", "none"));

        assertThat(property(encrypted, "AWS::SNS::Topic", "KmsMasterKeyId").isMissingNode())
                .isFalse();
        assertThat(property(encrypted, "AWS::KMS::Key", "KeyPolicy").toString()).contains("cloudwatch.amazonaws.com");
        assertThat(property(plain, "AWS::SNS::Topic", "KmsMasterKeyId").isMissingNode())
                .isTrue();
        assertThat(property(plain, "AWS::KMS::Key", "KeyPolicy").toString()).doesNotContain("cloudwatch");
    }

    @Test
    void endpointsAreToldWithTheirPortOrWithout() {
        assertThat(template(draft).at("/Outputs/ClusterEndpoint/Value").toString())
                .contains("Endpoint.Address", "Endpoint.Port");
        assertThat(template(draft.withSetting("endpointOutputs", "hostname"))
                        .at("/Outputs/ClusterReadEndpoint/Value/Fn::GetAtt/1")
                        .asText())
                .isEqualTo("ReadEndpoint.Address");
    }

    @Test
    void aPasswordThatRotatesIsKeptByRdsOnTheSameKey() {
        JsonNode template = template(draft.withSetting("passwordRotation", "true"));
        JsonNode cluster = ofType(template, "AWS::RDS::DBCluster").getFirst().path("Properties");

        assertThat(cluster.path("ManageMasterUserPassword").asBoolean()).isTrue();
        assertThat(cluster.at("/MasterUserSecret/KmsKeyId")).isEqualTo(cluster.path("KmsKeyId"));
        assertThat(cluster.path("MasterUsername").asText()).isEqualTo("admin");
        assertThat(cluster.has("MasterUserPassword")).isFalse();
        assertThat(template.toString()).doesNotContain("AWS::SecretsManager");
        assertThat(template.at("/Outputs/SecretArn/Value/Fn::GetAtt/1").asText())
                .isEqualTo("MasterUserSecret.SecretArn");
    }

    @Test
    void aRestoredClusterHasItsSnapshotAndNothingThatTheSnapshotDecides() {
        JsonNode before = template(draft);
        JsonNode after = template(draft.withSetting("restoreFrom", "dev-before-the-move"));
        ObjectNode fresh = ofType(before, "AWS::RDS::DBCluster")
                .getFirst()
                .path("Properties")
                .deepCopy();
        fresh.remove(List.of("MasterUsername", "DatabaseName", "StorageEncrypted"));
        fresh.put("SnapshotIdentifier", "dev-before-the-move");

        assertThat(ofType(after, "AWS::RDS::DBCluster").getFirst().path("Properties"))
                .as("key, password and all the rest stay")
                .isEqualTo(fresh);
        assertThat(ids(after)).isEqualTo(ids(before));
    }

    @Test
    void aRestoredEnvironmentLeavesTheUsualBucketNameToTheOneThatItsForerunnerKeeps() {
        String usual =
                property(template(draft), "AWS::S3::Bucket", "BucketName").toString();
        String own = property(template(draft.withSetting("restoreFrom", "one")), "AWS::S3::Bucket", "BucketName")
                .toString();
        String again = property(template(draft.withSetting("restoreFrom", "two")), "AWS::S3::Bucket", "BucketName")
                .toString();

        assertThat(own).hasSameSizeAs(usual);
        assertThat(List.of(usual, own, again)).doesNotHaveDuplicates();
    }

    @Test
    void whereNothingIsRestoredTheMetadataSaysNothingOfIt() {
        assertThat(template(draft).at("/Metadata/Tapdeck/settings").has("restoreFrom"))
                .isFalse();
        assertThat(template(draft.withSetting("restoreFrom", "one"))
                        .at("/Metadata/Tapdeck/settings/restoreFrom")
                        .asText())
                .isEqualTo("one");
    }

    private JsonNode rule(Draft any) {
        JsonNode rules = property(template(any), "AWS::S3::Bucket", "LifecycleConfiguration")
                .path("Rules");
        assertThat(rules).hasSize(1);
        return rules.path(0);
    }

    private JsonNode template(Draft any) {
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(any));
        try {
            return JSON.readTree(assembly.stacks().getFirst().body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(JsonNode template) {
        return template.path("Resources").properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<JsonNode> ofType(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    private static JsonNode property(JsonNode template, String type, String name) {
        return ofType(template, type).getFirst().path("Properties").path(name);
    }

    private static String tag(JsonNode resource, String key) {
        for (JsonNode tag : resource.at("/Properties/Tags")) {
            if (tag.path("Key").asText().equals(key)) {
                return tag.path("Value").asText();
            }
        }
        return "";
    }
}
