package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraAccessSettings;
import io.tapdeck.blueprint.auroramysql.AuroraAlarms;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.stack.BlueprintAlarms;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The alarms that are switched on, and the topic that tells people when one starts and ends. */
final class Alarms {
    final Topic topic;

    private final Stack stack;

    Alarms(Stack stack, EnvironmentDefinition definition, Database database, Encryption encryption) {
        this.stack = stack;
        Topic.Builder builder = Topic.Builder.create(stack, "DatabaseAlarmTopic-" + definition.suffix())
                .displayName("Aurora Database Alarms")
                .topicName("aurora-alarms-" + definition.suffix())
                .enforceSsl(true);
        if (AuroraAccessSettings.topicEncrypted(definition)) {
            builder.masterKey(encryption.key);
        }
        topic = builder.build();
        letAlarmsPublish();
        definition.recipients().forEach(address -> topic.addSubscription(new EmailSubscription(address)));

        BlueprintAlarms alarms = new BlueprintAlarms(stack, definition, topic);
        List<String> instances = database.cluster.getInstanceIdentifiers();
        String cluster = database.cluster.getClusterIdentifier();
        for (AlarmDescription alarm : new AuroraMySql().alarms()) {
            AlarmRule rule =
                    definition.alarm(alarm.id()).filter(AlarmRule::enabled).orElse(null);
            if (rule == null) {
                continue;
            }
            String words = words(alarm.id());
            alarms.add("", words, alarm, rule, dimension -> cluster);
            if (AuroraAlarms.perInstance(definition, rule)) {
                alarms.add("Writer", words + " on the writer", perInstance(alarm), rule, _ -> instances.get(0));
                alarms.add("Reader", words + " on the reader", perInstance(alarm), rule, _ -> instances.get(1));
            }
        }
    }

    /**
     * A policy of its own replaces the topic's default one, under which alarms may publish, so they are let in again
     * (SNS developer guide, "Example cases for Amazon SNS access control").
     */
    private void letAlarmsPublish() {
        String alarms = stack.formatArn(ArnComponents.builder()
                .service("cloudwatch")
                .resource("alarm")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName("*")
                .build());
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsPublish")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                // Sorted: a template is the same, byte by byte, whichever process makes it.
                .conditions(new TreeMap<>(Map.of(
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                        "ArnLike", Map.of("aws:SourceArn", alarms))))
                .build());
    }

    /** The same alarm, looking at one instance. */
    private static AlarmDescription perInstance(AlarmDescription alarm) {
        MetricDescription metric = alarm.metric();
        MetricDimension instance = MetricDimension.of("DBInstanceIdentifier", "AWS::RDS::DBInstance", "AuroraCluster");
        return new AlarmDescription(
                alarm.id(),
                alarm.title(),
                alarm.logicalId(),
                MetricDescription.of(metric.namespace(), metric.name(), metric.statistic(), instance, metric.unit()),
                alarm.minimum(),
                alarm.maximum(),
                alarm.step(),
                alarm.defaults(),
                alarm.needs());
    }

    private static String words(String alarmId) {
        return switch (alarmId) {
            case "capacity" -> "Aurora Serverless capacity is high";
            case "utilization" -> "Aurora ACU utilization is high";
            case "connections" -> "Aurora database connections are high";
            case "cpu" -> "Aurora CPU utilization is high";
            default -> throw new IllegalArgumentException("no alarm " + alarmId);
        };
    }
}
