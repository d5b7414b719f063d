package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.backupsystem.BackupDefinitions;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.ResourceGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the settings of {@code backup-system} do to its templates, and what holds for every one of them. */
@ExtendWith(SharedWorker.class)
class BackupTemplateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Synthesizer synthesizer;
    private final BackupSystem blueprint = new BackupSystem();
    private final Draft draft = BackupDefinitions.draft();
    private final Draft replicated = draft.withSetting("replicaRegion", "eu-west-1");

    BackupTemplateTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @Test
    void replicasInTheSameRegionAreOneStack() {
        assertThat(assembly(draft).stacks()).singleElement().satisfies(stack -> {
            assertThat(stack.stackName()).isEqualTo("tapdeck-backup-system-dev");
            assertThat(stack.region()).isNull();
            assertThat(stack.parameters()).isEmpty();
            assertThat(stack.bytes()).isLessThan(StackTemplate.BODY_LIMIT);
        });
    }

    @Test
    void replicasInAnotherRegionAreAStackOfTheirOwnThatIsDeployedFirst() {
        List<StackTemplate> stacks = assembly(replicated).stacks();

        assertThat(stacks)
                .extracting(StackTemplate::stackName)
                .containsExactly("tapdeck-backup-system-dev-replica", "tapdeck-backup-system-dev");
        assertThat(stacks.getFirst().region()).isEqualTo("eu-west-1");
        assertThat(stacks.getFirst().tags()).isEqualTo(stacks.getLast().tags());
        assertThat(stacks.getLast().region()).isNull();
        assertThat(stacks.getLast().dependsOn()).containsExactly("tapdeck-backup-system-dev-replica");
        assertThat(stacks.getLast().parameters())
                .isEqualTo(Map.of(
                        "ReplicaKeyArn",
                        new StackTemplate.Output("tapdeck-backup-system-dev-replica", "ReplicaKeyArn")));
        assertThat(read(stacks.getFirst()).path("Outputs").fieldNames())
                .toIterable()
                .contains("ReplicaKeyArn", "ReplicationBucketArn", "ReplicationBucketName");
    }

    @Test
    void replicasInAnotherRegionAreEncryptedWithItsKey() {
        JsonNode template = template(replicated);
        JsonNode destination = bucket(template, "BackupBucketdev").at("/ReplicationConfiguration/Rules/0/Destination");

        assertThat(destination
                        .at("/EncryptionConfiguration/ReplicaKmsKeyID/Ref")
                        .asText())
                .isEqualTo("ReplicaKeyArn");
        assertThat(one(template, "AWS::IAM::Policy", "ReplicationRole").toString())
                .contains("{\"Ref\":\"ReplicaKeyArn\"}");
    }

    @Test
    void s3MayCopyBackupsAndNothingElse() {
        JsonNode statements =
                one(template(draft), "AWS::IAM::Policy", "ReplicationRole").at("/PolicyDocument/Statement");

        assertThat(statements.findValues("Action").toString())
                .contains("s3:GetObjectVersionForReplication", "s3:ReplicateObject", "kms:Decrypt", "kms:Encrypt")
                .doesNotContain("ReplicateDelete", "*");
        assertThat(statements.findValues("Resource"))
                .noneMatch(resource -> resource.asText().equals("*"));
        assertThat(one(template(draft), "AWS::IAM::Role", "ReplicationRole").has("RoleName"))
                .isFalse();
    }

    @Test
    void aDeletedBackupIsStillInTheReplica() {
        JsonNode rule = bucket(template(draft), "BackupBucketdev").at("/ReplicationConfiguration/Rules/0");

        assertThat(rule.at("/DeleteMarkerReplication/Status").asText()).isEqualTo("Disabled");
        assertThat(rule.at("/SourceSelectionCriteria/SseKmsEncryptedObjects/Status")
                        .asText())
                .isEqualTo("Enabled");
    }

    @Test
    void theQueueIsAsItsSettingsSay() {
        JsonNode template = template(draft.withSetting("visibilityTimeout", "0")
                .withSetting("maxReceiveCount", "1000")
                .withSetting("queueRetentionDays", "2"));
        JsonNode queue = one(template, "AWS::SQS::Queue", "BackupQueue");

        assertThat(queue.path("VisibilityTimeout").asInt(-1)).isZero();
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(1000);
        assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(2 * 86_400);
        assertThat(one(template, "AWS::SQS::Queue", "BackupDeadLetterQueue")
                        .path("MessageRetentionPeriod")
                        .asInt())
                .isEqualTo(14 * 86_400);
    }

    @Test
    void requestMetricsComeWithTheirAlarmsAndCharts() {
        JsonNode without = template(draft);
        JsonNode with = template(draft.withSetting("requestMetrics", "true"));

        assertThat(without.toString()).doesNotContain("4xxErrors", "EntireBucket");
        assertThat(bucket(with, "BackupBucketdev")
                        .at("/MetricsConfigurations/0/Id")
                        .asText())
                .isEqualTo("EntireBucket");
        assertThat(ofType(without, "AWS::CloudWatch::Alarm")).hasSize(4);
        assertThat(ofType(with, "AWS::CloudWatch::Alarm")).hasSize(6);
        assertThat(one(with, "AWS::CloudWatch::Alarm", "BucketClientErrors")
                        .path("Dimensions")
                        .toString())
                .contains("EntireBucket", "BackupBucketdev");
        assertThat(dashboard(with)).contains("4xxErrors", "5xxErrors");
    }

    @Test
    void theDashboardShowsEveryMetricThatThereIs() {
        String body = dashboard(template(draft.withSetting("requestMetrics", "true")));

        assertThat(blueprint.charts())
                .allSatisfy(chart -> assertThat(body)
                        .contains("\\\"title\\\":\\\"" + chart.title() + "\\\"")
                        .contains(chart.metric().parts().getFirst().name()));
    }

    @Test
    void everyAlarmTellsTheTopicWhenItStartsAndEnds() {
        JsonNode template = template(draft.withSetting("requestMetrics", "true"));
        JsonNode key = one(template, "AWS::KMS::Key", "BackupEncryptionKey");
        JsonNode policy = one(template, "AWS::SNS::TopicPolicy", "BackupNotificationTopic");

        assertThat(ofType(template, "AWS::CloudWatch::Alarm")).allSatisfy(alarm -> {
            assertThat(alarm.at("/AlarmActions/0/Ref").asText()).startsWith("BackupNotificationTopic");
            assertThat(alarm.path("OKActions")).isEqualTo(alarm.path("AlarmActions"));
            assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
        });
        assertThat(key.at("/KeyPolicy/Statement/1/Principal/Service").asText()).isEqualTo("cloudwatch.amazonaws.com");
        assertThat(policy.at("/PolicyDocument/Statement/1/Principal/Service").asText())
                .isEqualTo("cloudwatch.amazonaws.com");
    }

    @Test
    void everyRecipientIsSubscribed() {
        assertThat(ofType(
                        template(draft.withRecipients(List.of("ops@acme.example", "dba@acme.example"))),
                        "AWS::SNS::Subscription"))
                .extracting(subscription -> subscription.path("Endpoint").asText())
                .containsExactlyInAnyOrder("ops@acme.example", "dba@acme.example");
    }

    @Test
    void anAlarmThatIsOffIsNotThere() {
        assertThat(template(draft.with("alarm.deadLetters.enabled", "false")).toString())
                .doesNotContain("DeadLettersdev");
    }

    @Test
    void bothStacksOfTheLongestSuffixFitIntoEveryName() {
        String longest = "a".repeat(blueprint.suffixLimit());
        List<String> names = assembly(replicated.withSuffix(longest)).stacks().stream()
                .map(this::read)
                .flatMap(template -> ofType(template, "AWS::S3::Bucket").stream())
                .map(bucket -> bucket.path("BucketName").toString())
                .toList();

        assertThat(names).hasSize(4).allSatisfy(name -> {
            String account = "1".repeat(PhysicalName.ACCOUNT_LENGTH);
            String region = "r".repeat(PhysicalName.REGION_LENGTH);
            assertThat(name.replace("{\"Ref\":\"AWS::AccountId\"}", account)
                            .replace("{\"Ref\":\"AWS::Region\"}", region)
                            .replaceAll("Fn::Join|[\\[\\]{}:\",]", ""))
                    .hasSizeLessThanOrEqualTo(63);
        });
    }

    @Test
    void replicasInAnotherRegionTakeNoNameThatAnEnvironmentOfTheSameSuffixNeedsThere() {
        List<String> replicas = bucketNames(read(assembly(replicated).stacks().getFirst()));
        List<String> there = bucketNames(template(draft)).stream()
                .map(name -> name.replace("\",{\"Ref\":\"AWS::Region\"}", "eu-west-1\""))
                .toList();

        assertThat(there).hasSize(3).anyMatch(name -> name.contains("-eu-west-1\""));
        assertThat(replicas).hasSize(2).allMatch(name -> name.contains("-eu-west-1\""));
        assertThat(replicas).doesNotContainAnyElementsOf(there);
    }

    /** The policies of the buckets may be gone when the handler is called for the last time. */
    @Test
    void theHandlerThatEmptiesBucketsReadsTheirTagsByItsOwnRole() {
        assertThat(assembly(replicated).stacks()).hasSize(2).map(this::read).allSatisfy(template -> {
            JsonNode policies =
                    one(template, "AWS::IAM::Role", "CustomS3AutoDeleteObjects").path("Policies");

            assertThat(policies.findValuesAsText("Action")).containsExactly("s3:GetBucketTagging");
            assertThat(bucketNames(template))
                    .hasSize(2)
                    .allSatisfy(name ->
                            assertThat(policies.toString()).contains(name.replaceAll(".*\\[\"(backup|replica)", "$1")));
        });
        assertThat(assembly(draft.withSetting("protection", "protected"))
                        .stacks()
                        .getFirst()
                        .body())
                .doesNotContain("s3:GetBucketTagging");
    }

    @Test
    void partsOfUploadsThatNobodyEndsAreDeletedInEveryBucket() {
        assertThat(assembly(replicated).stacks())
                .map(this::read)
                .flatMap(template -> ofType(template, "AWS::S3::Bucket"))
                .hasSize(4)
                .allMatch(bucket ->
                        bucket.at("/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                                        .asInt()
                                == 7);
    }

    private static List<String> bucketNames(JsonNode template) {
        return ofType(template, "AWS::S3::Bucket").stream()
                .map(bucket -> bucket.path("BucketName").toString())
                .toList();
    }

    @Test
    void everyNameThatCarriesTheSuffixIsDescribed() {
        String body = Stream.of(draft, replicated)
                .flatMap(any -> assembly(any.withSetting("physicalNames", "true")).stacks().stream())
                .map(stack -> stack.stackName() + "\"" + stack.body())
                .collect(Collectors.joining())
                .replace("\",{\"Ref\":\"AWS::AccountId\"},\"", "{account}")
                .replace("\",{\"Ref\":\"AWS::Region\"}", "{region}")
                .replace("{account}-eu-west-1", "{account}-{region}")
                .replace("\",{\"Fn::Select\":[2,{\"Fn::Split\":[\"/\",{\"Ref\":\"AWS::StackId\"}]}]}", "{stackId}");

        assertThat(blueprint.physicalNames())
                .allSatisfy(name -> assertThat(body).contains(name.with("dev")));
    }

    @Test
    void everyResourceHasItsGroup() {
        Set<String> grouped = blueprint.resourceGroups().stream()
                .map(ResourceGroup::resourceTypes)
                .flatMap(List::stream)
                .collect(Collectors.toSet());

        assertThat(assembly(replicated.withRecipients(List.of("ops@acme.example")))
                        .stacks())
                .allSatisfy(stack -> assertThat(read(stack).path("Resources").findValuesAsText("Type"))
                        .filteredOn(type -> type.contains("::"))
                        .isSubsetOf(grouped));
    }

    @Test
    void everyAlarmHasItsLogicalIdAndLooksAtWhatItSays() {
        JsonNode template = template(draft.withSetting("requestMetrics", "true"));

        assertThat(blueprint.alarms())
                .allSatisfy(alarm -> assertThat(one(template, "AWS::CloudWatch::Alarm", alarm.logicalId())
                                .findValuesAsText("MetricName"))
                        .hasSameSizeAs(alarm.metric().parts()));
    }

    private CloudAssembly assembly(Draft any) {
        return SharedWorker.synthesize(synthesizer, BackupDefinitions.valid(any));
    }

    private JsonNode template(Draft any) {
        return read(assembly(any).stacks().getLast());
    }

    private JsonNode read(StackTemplate stack) {
        try {
            return JSON.readTree(stack.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String dashboard(JsonNode template) {
        return one(template, "AWS::CloudWatch::Dashboard", "BackupDashboard")
                .path("DashboardBody")
                .toString();
    }

    private static JsonNode bucket(JsonNode template, String logicalId) {
        return one(template, "AWS::S3::Bucket", logicalId);
    }

    private static List<JsonNode> ofType(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    private static JsonNode one(JsonNode template, String type, String logicalId) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith(logicalId))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .findFirst()
                .orElseThrow();
    }
}
