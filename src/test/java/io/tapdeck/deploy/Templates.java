package io.tapdeck.deploy;

/** Small templates, as CDK would write them for the suffix {@code dev}. */
final class Templates {
    static final String ALARM = "HighCPUUtilizationdev2891FA0A";
    static final String TOPIC = "DatabaseAlarmTopicdev805F95CF";
    static final String BUCKET = "DatabaseBackupBucketdev31396438";

    private Templates() {}

    /** A topic and an alarm that tells it. */
    static String alarm(int threshold) {
        return template(topic() + "," + alarmResource(threshold));
    }

    /** The same with a bucket of that name. */
    static String withBucket(int threshold, String bucketName) {
        return template(topic() + "," + alarmResource(threshold) + "," + """
                "%s": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Delete",
                  "Properties": {"BucketName": "%s"}}""".formatted(BUCKET, bucketName));
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
