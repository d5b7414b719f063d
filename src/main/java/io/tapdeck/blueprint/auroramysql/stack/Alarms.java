package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The alarms that are switched on, and the topic that tells people when one starts and ends. */
final class Alarms {
    /** Where the average of writer and reader can hide that one of them is busy. */
    private static final Set<String> HIDDEN_BY_AVERAGES = Set.of("connections", "cpu");

    final Topic topic;

    private final Stack stack;
    private final EnvironmentDefinition definition;

    Alarms(Stack stack, EnvironmentDefinition definition, Database database, Encryption encryption) {
        this.stack = stack;
        this.definition = definition;
        topic = Topic.Builder.create(stack, "DatabaseAlarmTopic-" + definition.suffix())
                .displayName("Aurora Database Alarms")
                .topicName("aurora-alarms-" + definition.suffix())
                .masterKey(encryption.key)
                .enforceSsl(true)
                .build();
        letAlarmsPublish();
        definition.recipients().forEach(address -> topic.addSubscription(new EmailSubscription(address)));

        List<String> instances = database.cluster.getInstanceIdentifiers();
        for (AlarmDescription alarm : new AuroraMySql().alarms()) {
            AlarmRule rule =
                    definition.alarm(alarm.id()).filter(AlarmRule::enabled).orElse(null);
            if (rule == null) {
                continue;
            }
            String cluster = database.cluster.getClusterIdentifier();
            alarm("", "", alarm, rule, alarm.metric().dimension(), cluster);
            if (definition.isOn(AuroraSettings.INSTANCE_ALARMS) && HIDDEN_BY_AVERAGES.contains(alarm.id())) {
                alarm("Writer", " on the writer", alarm, rule, "DBInstanceIdentifier", instances.get(0));
                alarm("Reader", " on the reader", alarm, rule, "DBInstanceIdentifier", instances.get(1));
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

    private void alarm(
            String idPrefix,
            String where,
            AlarmDescription description,
            AlarmRule rule,
            String dimension,
            String identifier) {
        Alarm.Builder builder = Alarm.Builder.create(
                        stack, idPrefix + description.logicalId() + "-" + definition.suffix())
                .metric(Metric.Builder.create()
                        .namespace(description.metric().namespace())
                        .metricName(description.metric().name())
                        .dimensionsMap(Map.of(dimension, identifier))
                        .statistic(description.metric().statistic())
                        .period(Duration.seconds(rule.periodSeconds()))
                        .build())
                .threshold(rule.threshold())
                .evaluationPeriods(rule.evaluationPeriods())
                .treatMissingData(
                        switch (rule.missingData()) {
                            case MISSING -> TreatMissingData.MISSING;
                            case IGNORE -> TreatMissingData.IGNORE;
                            case BREACHING -> TreatMissingData.BREACHING;
                            case NOT_BREACHING -> TreatMissingData.NOT_BREACHING;
                        })
                .alarmDescription(words(description.id()) + where)
                .actionsEnabled(true);
        // Without it CloudWatch takes M = N (CloudWatch API reference, PutMetricAlarm).
        if (rule.datapointsToAlarm() < rule.evaluationPeriods()) {
            builder.datapointsToAlarm(rule.datapointsToAlarm());
        }
        Alarm alarm = builder.build();
        SnsAction tell = new SnsAction(topic);
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
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
