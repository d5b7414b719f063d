package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Instant;
import java.util.Map;

/** What CloudFormation makes of the blueprint, as far as CloudWatch looks at it. */
public final class Aurora {
    private final ResourceWorld world;
    private final String name;

    /** The environment {@code name} in a world. */
    public Aurora(ResourceWorld world, String name) {
        this.world = world;
        this.name = name;
    }

    public String clusterId() {
        return "tapdeck-aurora-mysql-" + name + "-cluster";
    }

    public String alarmName(String metric) {
        return "tapdeck-aurora-mysql-" + name + "-High" + metric;
    }

    /** A cluster with a writer and a reader. */
    public Aurora cluster(double minimum, double maximum, Instant at) {
        ObjectNode cluster = JsonNodeFactory.instance.objectNode().put("Engine", "aurora-mysql");
        cluster.putObject("ServerlessV2ScalingConfiguration")
                .put("MinCapacity", minimum)
                .put("MaxCapacity", maximum);
        put("AWS::RDS::DBCluster", clusterId(), cluster, at);
        put("AWS::RDS::DBInstance", clusterId() + "-writer", instance(), at);
        put("AWS::RDS::DBInstance", clusterId() + "-reader", instance(), at.plusSeconds(1));
        return this;
    }

    private ObjectNode instance() {
        return JsonNodeFactory.instance.objectNode().put("DBClusterIdentifier", clusterId());
    }

    /** The blueprint's alarm on a metric: 2 of 2 times 5 minutes. */
    public Aurora alarm(String metric, double threshold, Instant at) {
        ObjectNode alarm = JsonNodeFactory.instance
                .objectNode()
                .put("Namespace", "AWS/RDS")
                .put("MetricName", metric)
                .put("Statistic", "Average")
                .put("Period", 300)
                .put("EvaluationPeriods", 2)
                .put("DatapointsToAlarm", 2)
                .put("Threshold", threshold)
                .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                .put("TreatMissingData", "notBreaching");
        alarm.putArray("AlarmActions").add("arn:aws:sns:us-east-1:000000000000:alarms");
        alarm.putArray("Dimensions")
                .addObject()
                .put("Name", "DBClusterIdentifier")
                .put("Value", clusterId());
        put("AWS::CloudWatch::Alarm", alarmName(metric), alarm, at);
        return this;
    }

    /** The four alarms of the blueprint, with its defaults. */
    public Aurora alarms(Instant at) {
        return alarm("ServerlessDatabaseCapacity", 1.5, at)
                .alarm("ACUUtilization", 80, at)
                .alarm("DatabaseConnections", 40, at)
                .alarm("CPUUtilization", 80, at);
    }

    /** Takes an alarm away. */
    public void removeAlarm(String metric) {
        world.remove("AWS::CloudWatch::Alarm", alarmName(metric));
    }

    private void put(String type, String physicalId, ObjectNode properties, Instant at) {
        world.put(new LiveResource(
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + name,
                "tapdeck-aurora-mysql-" + name,
                physicalId,
                type,
                physicalId,
                properties,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                at,
                at));
    }
}
