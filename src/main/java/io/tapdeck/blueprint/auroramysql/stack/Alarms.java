package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraAccessSettings;
import io.tapdeck.blueprint.auroramysql.AuroraAlarms;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.stack.AlarmDelivery;
import io.tapdeck.blueprint.stack.BlueprintAlarms;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The alarms that are switched on, and the topic that tells people when one starts and ends. */
final class Alarms {
    final Topic topic;

    Alarms(Stack stack, EnvironmentDefinition definition, Database database, Encryption encryption) {
        Topic.Builder builder = Topic.Builder.create(stack, "DatabaseAlarmTopic-" + definition.suffix())
                .displayName("Aurora Database Alarms")
                .topicName("aurora-alarms-" + definition.suffix())
                .enforceSsl(true);
        if (AuroraAccessSettings.topicEncrypted(definition)) {
            builder.masterKey(encryption.key);
        }
        topic = builder.build();
        AlarmDelivery.letPublish(stack, topic);
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
