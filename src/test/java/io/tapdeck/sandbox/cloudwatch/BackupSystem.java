package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Instant;
import java.util.Map;

/** What CloudFormation makes of a backup system, as far as CloudWatch looks at it. */
public final class BackupSystem {
    private final ResourceWorld world;
    private final String name;
    private final Instant createdAt;

    /** The environment {@code name}: a queue with its dead-letter queue, a table, a bucket with request metrics. */
    public BackupSystem(ResourceWorld world, String name, Instant createdAt) {
        this.world = world;
        this.name = name;
        this.createdAt = createdAt;
        queue("dead", JsonNodeFactory.instance.objectNode().put("MessageRetentionPeriod", 1209600), createdAt);
        jobs(900, 3, createdAt);
        ObjectNode bucket = JsonNodeFactory.instance.objectNode();
        bucket.putArray("MetricsConfigurations").addObject().put("Id", "EntireBucket");
        bucket(bucket);
        put(
                "AWS::DynamoDB::Table",
                name + "-table",
                JsonNodeFactory.instance.objectNode().put("BillingMode", "PAY_PER_REQUEST"),
                JsonNodeFactory.instance.objectNode(),
                createdAt);
    }

    /** The queue of the jobs, or other settings of it. */
    public void jobs(int visibilityTimeout, int maxReceiveCount, Instant at) {
        ObjectNode jobs = JsonNodeFactory.instance
                .objectNode()
                .put("VisibilityTimeout", visibilityTimeout)
                .put("MessageRetentionPeriod", 1209600);
        jobs.putObject("RedrivePolicy").put("deadLetterTargetArn", arn("dead")).put("maxReceiveCount", maxReceiveCount);
        queue("jobs", jobs, at);
    }

    /** The bucket, or other settings of it. */
    public void bucket(ObjectNode properties) {
        put(
                "AWS::S3::Bucket",
                name + "-bucket",
                properties,
                JsonNodeFactory.instance.objectNode().put("Arn", "arn:aws:s3:::" + name + "-bucket"),
                createdAt);
    }

    /** An alarm of the environment, over one minute. */
    public void alarm(String namespace, String metric, String dimension, String value, double threshold) {
        ObjectNode alarm = JsonNodeFactory.instance
                .objectNode()
                .put("Namespace", namespace)
                .put("MetricName", metric)
                .put("Statistic", "Maximum")
                .put("Period", 300)
                .put("EvaluationPeriods", 1)
                .put("Threshold", threshold)
                .put("ComparisonOperator", "GreaterThanThreshold")
                .put("TreatMissingData", "notBreaching");
        alarm.putArray("Dimensions").addObject().put("Name", dimension).put("Value", value);
        put("AWS::CloudWatch::Alarm", name + "-" + metric, alarm, JsonNodeFactory.instance.objectNode(), createdAt);
    }

    public String jobs() {
        return name + "-jobs";
    }

    public String deadLetters() {
        return name + "-dead";
    }

    private void queue(String queue, ObjectNode properties, Instant at) {
        put(
                "AWS::SQS::Queue",
                "https://sqs.us-east-1.amazonaws.com/000000000000/" + name + "-" + queue,
                properties,
                JsonNodeFactory.instance.objectNode().put("Arn", arn(queue)).put("QueueName", name + "-" + queue),
                at);
    }

    private String arn(String queue) {
        return "arn:aws:sqs:us-east-1:000000000000:" + name + "-" + queue;
    }

    private void put(String type, String physicalId, ObjectNode properties, ObjectNode attributes, Instant at) {
        world.put(new LiveResource(
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + name,
                name,
                physicalId,
                type,
                physicalId,
                properties,
                attributes,
                Map.of(),
                createdAt,
                at));
    }
}
