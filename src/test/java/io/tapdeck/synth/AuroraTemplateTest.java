package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.PhysicalName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the settings of {@code aurora-mysql} do to its template, and what holds for every one of them. */
@ExtendWith(SharedWorker.class)
class AuroraTemplateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Synthesizer synthesizer;
    private final AuroraMySql blueprint = new AuroraMySql();
    private final Draft draft = AuroraDefinitions.draft();

    AuroraTemplateTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @Test
    void isOneStackWithItsNameItsTagsAndItsFindings() {
        CloudAssembly assembly = assembly(draft.withSuffix("qa-7"));

        assertThat(assembly.stacks()).singleElement().satisfies(stack -> {
            assertThat(stack.stackName()).isEqualTo("tapdeck-aurora-mysql-qa-7");
            assertThat(stack.tags()).isEqualTo(Map.of("tapdeck:suffix", "qa-7", "tapdeck:blueprint", "aurora-mysql"));
            assertThat(stack.dependsOn()).isEmpty();
            assertThat(stack.bytes()).isLessThan(StackTemplate.BODY_LIMIT);
            assertThat(stack.body()).doesNotContain("\n");
        });
        assertThat(assembly.findings())
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()))
                .extracting(Finding::id)
                .contains("performance-insights-below-2-acu");
    }

    @Test
    void tagsStandOnTheStackAndNotInTheTemplate() {
        assertThat(template(draft).toString()).doesNotContain("tapdeck:suffix");
    }

    @Test
    void givesTheDefinitionBack() {
        Draft changed = draft.withSetting("maxCapacity", "8").withRecipients(List.of("ops@acme.example"));
        JsonNode metadata = template(changed).at("/Metadata/Tapdeck");

        assertThat(DefinitionJson.read(metadata.toString()).completedBy(new AuroraMySql()))
                .isEqualTo(AuroraDefinitions.valid(changed).toDraft());
    }

    @Test
    void disposableLosesEverything() {
        CloudAssembly assembly = assembly(draft);
        JsonNode template = template(draft);

        assertThat(assembly.stacks().getFirst().terminationProtection()).isFalse();
        assertThat(one(template, "AWS::RDS::DBCluster")
                        .at("/Properties/DeletionProtection")
                        .asBoolean(true))
                .isFalse();
        assertThat(deletionPolicies(template)).containsOnly("Delete");
        assertThat(ofType(template, "Custom::S3AutoDeleteObjects")).hasSize(1);
    }

    @Test
    void protectedKeepsASnapshotTheBucketAndTheKey() {
        Draft kept = draft.withSetting("protection", "protected");
        JsonNode template = template(kept);

        assertThat(assembly(kept).stacks().getFirst().terminationProtection()).isTrue();
        JsonNode cluster = one(template, "AWS::RDS::DBCluster");
        assertThat(cluster.at("/Properties/DeletionProtection").asBoolean()).isTrue();
        assertThat(cluster.path("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(cluster.path("UpdateReplacePolicy").asText()).isEqualTo("Snapshot");
        assertThat(one(template, "AWS::S3::Bucket").path("DeletionPolicy").asText())
                .isEqualTo("Retain");
        assertThat(one(template, "AWS::KMS::Key").path("DeletionPolicy").asText())
                .isEqualTo("Retain");
        assertThat(ofType(template, "Custom::S3AutoDeleteObjects")).isEmpty();
    }

    @Test
    void alarmsSayWhatTheirRulesSay() {
        JsonNode alarm = alarm(
                template(draft.withAlarm(draft.alarms()
                        .get(1)
                        .with("threshold", "72.5")
                        .with("evaluationPeriods", "3")
                        .with("period", "60")
                        .with("missingData", "ignore"))),
                "HighACUUtilization");

        assertThat(alarm.path("Threshold").decimalValue()).isEqualByComparingTo("72.5");
        assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
        assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
        assertThat(alarm.path("Period").asInt()).isEqualTo(60);
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("ignore");
        assertThat(alarm.path("AlarmActions")).isEqualTo(alarm.path("OKActions"));
    }

    @Test
    void anAlarmThatIsOffIsNotThere() {
        JsonNode template = template(draft.withAlarm(draft.alarms().getFirst().with("enabled", "false")));

        assertThat(ofType(template, "AWS::CloudWatch::Alarm")).hasSize(3);
        assertThat(template.toString()).doesNotContain("HighDatabaseCapacity");
    }

    @Test
    void alarmsPerInstanceLookAtWriterAndReader() {
        JsonNode template = template(draft.withSetting("instanceAlarms", "true"));

        assertThat(ofType(template, "AWS::CloudWatch::Alarm")).hasSize(8);
        JsonNode writer = alarm(template, "WriterHighCPUUtilization");
        JsonNode reader = alarm(template, "ReaderHighCPUUtilization");
        assertThat(writer.at("/Dimensions/0/Name").asText()).isEqualTo("DBInstanceIdentifier");
        assertThat(writer.at("/Dimensions/0/Value/Ref").asText()).startsWith("AuroraClusterdevwriter");
        assertThat(reader.at("/Dimensions/0/Value/Ref").asText()).startsWith("AuroraClusterdevreader");
        assertThat(writer.path("Threshold"))
                .isEqualTo(alarm(template, "HighCPUUtilization").path("Threshold"));
    }

    @Test
    void everyRecipientIsSubscribedByEmail() {
        JsonNode template = template(draft.withRecipients(List.of("ops@acme.example", "dba@acme.example")));

        assertThat(ofType(template, "AWS::SNS::Subscription"))
                .extracting(
                        subscription -> subscription.at("/Properties/Endpoint").asText())
                .containsExactlyInAnyOrder("ops@acme.example", "dba@acme.example");
    }

    @Test
    void theGeneralLogIsWrittenExportedAndKeptTogether() {
        JsonNode without = template(draft);
        JsonNode with = template(draft.withSetting("generalLog", "true"));

        assertThat(one(without, "AWS::RDS::DBParameterGroup")
                        .at("/Properties/Parameters/general_log")
                        .asText())
                .isEqualTo("0");
        assertThat(one(with, "AWS::RDS::DBParameterGroup")
                        .at("/Properties/Parameters/general_log")
                        .asText())
                .isEqualTo("1");
        assertThat(one(with, "AWS::RDS::DBCluster")
                        .at("/Properties/EnableCloudwatchLogsExports")
                        .toString())
                .isEqualTo("[\"error\",\"general\",\"slowquery\"]");
        assertThat(ofType(with, "Custom::LogRetention")).hasSize(3);
    }

    @Test
    void capacityNetworkVersionAndInsightsAreTheChosenOnes() {
        JsonNode template = template(draft.withSetting("minCapacity", "0")
                .withSetting("maxCapacity", "16.5")
                .withSetting("vpcCidr", "10.99.4.0/22")
                .withSetting("backupRetentionDays", "35")
                .withSetting("databaseName", "billing")
                .withSetting("performanceInsights", "false"));
        JsonNode cluster = one(template, "AWS::RDS::DBCluster").path("Properties");

        assertThat(cluster.path("ServerlessV2ScalingConfiguration").toString())
                .isEqualTo("{\"MaxCapacity\":16.5,\"MinCapacity\":0}");
        assertThat(cluster.path("BackupRetentionPeriod").asInt()).isEqualTo(35);
        assertThat(cluster.path("DatabaseName").asText()).isEqualTo("billing");
        assertThat(one(template, "AWS::EC2::VPC").at("/Properties/CidrBlock").asText())
                .isEqualTo("10.99.4.0/22");
        assertThat(ofType(template, "AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.at("/Properties/CidrBlock").asText())
                .containsExactly("10.99.4.0/24", "10.99.5.0/24");
        assertThat(ofType(template, "AWS::RDS::DBInstance"))
                .allMatch(instance -> !instance.path("Properties").has("EnablePerformanceInsights"));
        assertThat(one(template(draft.withSetting("engineVersion", "3.04.0")), "AWS::RDS::DBCluster")
                        .at("/Properties/EngineVersion")
                        .asText())
                .isEqualTo("8.0.mysql_aurora.3.04.0");
    }

    @Test
    void theSmallestNetworkHasRoomForBothSubnets() {
        assertThat(ofType(template(draft.withSetting("vpcCidr", "10.99.4.0/23")), "AWS::EC2::Subnet"))
                .hasSize(2);
    }

    @Test
    void aNewSuffixChangesNamesAndNothingElse() {
        Set<String> types = types(template(draft));

        assertThat(types(template(draft.withSuffix("b")))).isEqualTo(types);
    }

    @Test
    void theLongestSuffixFitsIntoEveryName() {
        String longest = "a".repeat(blueprint.suffixLimit());
        JsonNode template = template(draft.withSuffix(longest));
        String bucket = one(template, "AWS::S3::Bucket")
                .at("/Properties/BucketName/Fn::Join/1")
                .toString();
        int fixed = bucket.replaceAll("\\{\"Ref\":\"[^\"]*\"}|[\\[\\],\"]", "").length();

        assertThat(fixed + PhysicalName.ACCOUNT_LENGTH + PhysicalName.REGION_LENGTH)
                .isEqualTo(63);
        assertThat(template.path("Resources").fieldNames())
                .toIterable()
                .allMatch(logicalId -> logicalId.matches("[A-Za-z0-9]{1,255}"));
    }

    @Test
    void everyNameThatIsDescribedIsInATemplate() {
        String body = Stream.of(draft, draft.withSetting("keyAlias", "suffix"))
                .map(any -> template(any).path("Resources").toString())
                .collect(Collectors.joining())
                .replace("\",{\"Ref\":\"AWS::AccountId\"},\"", "{account}")
                .replace("\",{\"Ref\":\"AWS::Region\"},\"", "{region}");

        assertThat(blueprint.physicalNames())
                .filteredOn(name -> !name.what().equals("stack"))
                .allSatisfy(name -> assertThat(body).contains("\"" + name.with("dev") + "\""));
    }

    @Test
    void everyResourceHasItsGroupAndEveryAlarmItsLogicalId() {
        JsonNode template = template(draft.withRecipients(List.of("ops@acme.example")));
        Set<String> grouped = blueprint.resourceGroups().stream()
                .flatMap(group -> group.resourceTypes().stream())
                .collect(Collectors.toSet());

        assertThat(grouped).containsAll(types(template));
        assertThat(blueprint.alarms())
                .allSatisfy(description -> assertThat(alarm(template, description.logicalId())
                                .path("MetricName")
                                .asText())
                        .isEqualTo(description.metric().name()));
        assertThat(blueprint
                        .groupOf("DatabaseBackupExportRoledev", "AWS::IAM::Role")
                        .id())
                .isEqualTo("backup");
    }

    private CloudAssembly assembly(Draft any) {
        return SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(any));
    }

    private JsonNode template(Draft any) {
        try {
            return JSON.readTree(assembly(any).stacks().getFirst().body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> ofType(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    private static JsonNode one(JsonNode template, String type) {
        List<JsonNode> found = ofType(template, type);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode alarm(JsonNode template, String logicalId) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith(logicalId))
                .map(resource -> resource.getValue().path("Properties"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> types(JsonNode template) {
        return template.path("Resources").properties().stream()
                .map(resource -> resource.getValue().path("Type").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> deletionPolicies(JsonNode template) {
        return template.path("Resources").properties().stream()
                .map(resource -> resource.getValue().path("DeletionPolicy").asText("Delete"))
                .collect(Collectors.toSet());
    }
}
