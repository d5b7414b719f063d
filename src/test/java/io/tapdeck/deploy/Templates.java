package io.tapdeck.deploy;

import io.tapdeck.synth.StackTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small templates, as CDK would write them for the suffix {@code dev}. */
public final class Templates {
    public static final String ALARM = "HighCPUUtilizationdev2891FA0A";
    public static final String TOPIC = "DatabaseAlarmTopicdev805F95CF";
    public static final String BUCKET = "DatabaseBackupBucketdev31396438";

    private Templates() {}

    /** A topic and an alarm that tells it. */
    public static String alarm(int threshold) {
        return template(topic() + "," + alarmResource(threshold));
    }

    /** The same with a bucket of that name. */
    public static String withBucket(int threshold, String bucketName) {
        return template(topic() + "," + alarmResource(threshold) + "," + """
                "%s": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Delete",
                  "Properties": {"BucketName": "%s"}}""".formatted(BUCKET, bucketName));
    }

    /** A second bucket, in {@link #withTwoBuckets}. */
    static final String OTHER_BUCKET = "LogBucketdev31396439";

    /** A topic and two buckets that go when the stack goes. */
    static String withTwoBuckets() {
        return template(topic() + "," + """
                "%s": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Delete", "Properties": {"BucketName": "backups-dev"}},
                "%s": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "logs-dev"}}""".formatted(BUCKET, OTHER_BUCKET));
    }

    /** Three parameters of one value, each after the one before it. */
    public static String parameters(String value) {
        return template(topic() + "," + """
                "First": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "%1$s"}},
                "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": "First",
                           "Properties": {"Type": "String", "Value": "%1$s"}},
                "Last": {"Type": "AWS::SSM::Parameter", "DependsOn": "Second",
                         "Properties": {"Type": "String", "Value": "%1$s"}}""".formatted(value));
    }

    /** What the replica of {@code dev} is called. */
    public static final String REPLICA = "tapdeck-aurora-mysql-dev-replica";

    /** A second stack: a topic, whose ARN is an output. Its logical id is that of the environment's own topic. */
    public static StackTemplate replica(String displayName) {
        return stack(REPLICA, """
                {"Resources": {"%s": {"Type": "AWS::SNS::Topic", "Properties": {
                    "TopicName": "replica-dev", "DisplayName": "%s"}}},
                  "Outputs": {"ReplicaTopicArn": {"Value": {"Ref": "%s"}}}}""".formatted(TOPIC, displayName, TOPIC), List.of(), "eu-west-1", Map.of());
    }

    /** The environment's own stack, whose alarm tells the replica's topic as well. */
    public static StackTemplate withReplica(int threshold) {
        String body = template(topic()
                        + ","
                        + alarmResource(threshold)
                                .replace("\"AlarmActions\": [", "\"AlarmActions\": [{\"Ref\": \"ReplicaTopic\"},"))
                .replaceFirst("\\{", """
                        {"Parameters": {"ReplicaTopic": {"Type": "String"}},
                         "Metadata": {"TapdeckParts": [{"stack": "%s", "region": "eu-west-1"}]},
                        """.formatted(REPLICA));
        return stack(
                Account.DEV.stackName(),
                body,
                List.of(REPLICA),
                null,
                Map.of("ReplicaTopic", new StackTemplate.Output(REPLICA, "ReplicaTopicArn")));
    }

    private static StackTemplate stack(
            String name,
            String body,
            List<String> dependsOn,
            @Nullable String region,
            Map<String, StackTemplate.Output> parameters) {
        return new StackTemplate(
                name,
                body,
                1,
                dependsOn,
                Map.of("tapdeck:suffix", "dev", "tapdeck:blueprint", Account.DEV.blueprint()),
                false,
                region,
                parameters);
    }

    /** A cluster that is kept as a snapshot with its tags. */
    public static String clusterWithSnapshot() {
        return """
                {"Resources": {"AuroraClusterdev1234ABCD": {"Type": "AWS::RDS::DBCluster", "DeletionPolicy": "Snapshot",
                  "UpdateReplacePolicy": "Snapshot", "Properties": {"Engine": "aurora-mysql", "CopyTagsToSnapshot": true,
                  "MasterUsername": "admin", "ManageMasterUserPassword": true}}}}""";
    }

    private static String topic() {
        return """
                "%s": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "aurora-alarms-dev"}}""".formatted(TOPIC);
    }

    private static String alarmResource(int threshold) {
        return """
                "%s": {"Type": "AWS::CloudWatch::Alarm", "Properties": {
                  "AlarmActions": [{"Ref": "%s"}], "ComparisonOperator": "GreaterThanOrEqualToThreshold",
                  "EvaluationPeriods": 2, "MetricName": "CPUUtilization", "Namespace": "AWS/RDS",
                  "Period": 300, "Statistic": "Average", "Threshold": %d}}""".formatted(ALARM, TOPIC, threshold);
    }

    private static String template(String resources) {
        return """
                {"Resources": {%s}, "Outputs": {"AlarmTopicArn": {"Value": {"Ref": "%s"}}}}""".formatted(resources, TOPIC);
    }
}
