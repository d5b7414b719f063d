package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupAlarms;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.blueprint.stack.AlarmDelivery;
import io.tapdeck.blueprint.stack.BlueprintAlarms;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.MetricDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The alarms that are on, the topic that tells people of them, and the dashboard that shows what they look at. */
final class Monitoring {
    private static final String TOPIC = "BackupNotificationTopic";

    /** Two widgets stand side by side: a dashboard is 24 wide (CloudWatch user guide, "Dashboard body structure"). */
    private static final int WIDGET_WIDTH = 12;

    private static final int WIDGET_HEIGHT = 6;

    final Topic topic;
    final Dashboard dashboard;

    private final Stack stack;
    private final EnvironmentDefinition definition;
    private final Map<String, String> watched;

    Monitoring(
            Stack stack,
            EnvironmentDefinition definition,
            Key key,
            Names names,
            Bucket primary,
            Tables tables,
            Queues queues) {
        this.stack = stack;
        this.definition = definition;
        watched = Map.of(
                BackupAlarms.BUCKET, primary.getBucketName(),
                BackupAlarms.METADATA, tables.metadata.getTableName(),
                BackupAlarms.DEDUPLICATION, tables.deduplication.getTableName(),
                BackupAlarms.QUEUE, queues.jobs.getQueueName(),
                BackupAlarms.DEAD_LETTERS, queues.deadLetters.getQueueName());
        AlarmDelivery.letUse(stack, key);
        topic = topic(key, names);
        alarms();
        dashboard = dashboard();
    }

    private Topic topic(Key key, Names names) {
        Topic.Builder builder = Topic.Builder.create(stack, TOPIC + "-" + definition.suffix())
                .masterKey(key)
                .enforceSsl(true);
        names.of(TOPIC).ifPresent(builder::topicName);
        Topic made = builder.build();
        AlarmDelivery.letPublish(stack, made);
        definition.recipients().forEach(address -> made.addSubscription(new EmailSubscription(address)));
        return made;
    }

    private void alarms() {
        BlueprintAlarms alarms = new BlueprintAlarms(stack, definition, topic);
        for (AlarmDescription alarm : new BackupSystem().alarms()) {
            AlarmRule rule = rule(alarm.id());
            if (rule != null && alarm.possible(definition.settings())) {
                alarms.add("", words(alarm.id()), alarm, rule, this::value);
            }
        }
    }

    private @Nullable AlarmRule rule(String alarmId) {
        return definition.alarm(alarmId).filter(AlarmRule::enabled).orElse(null);
    }

    /** Dashboards of all regions share their names in an account, so the region is part of it. */
    private Dashboard dashboard() {
        Dashboard made = Dashboard.Builder.create(stack, "BackupDashboard-" + definition.suffix())
                .dashboardName("BackupSystemMonitoring-%s-%s".formatted(definition.suffix(), stack.getRegion()))
                .build();
        List<IWidget> widgets = new ArrayList<>();
        for (ChartDescription chart : new BackupSystem().charts()) {
            if (chart.needs() == null || chart.needs().holds(definition.settings())) {
                widgets.add(widget(chart));
            }
        }
        made.addWidgets(widgets.toArray(IWidget[]::new));
        return made;
    }

    private GraphWidget widget(ChartDescription chart) {
        GraphWidget.Builder widget = GraphWidget.Builder.create()
                .title(chart.title())
                .width(WIDGET_WIDTH)
                .height(WIDGET_HEIGHT)
                .left(List.of(BlueprintAlarms.metric(chart.metric(), Duration.minutes(5), this::value)));
        AlarmRule rule = chart.alarmId() == null ? null : rule(chart.alarmId());
        if (rule != null) {
            widget.leftAnnotations(List.of(HorizontalAnnotation.builder()
                    .label("alarm")
                    .value(rule.threshold())
                    .build()));
        }
        return widget.build();
    }

    private String value(MetricDimension dimension) {
        if (dimension.value() instanceof MetricDimension.OfResource resource) {
            String value = watched.get(resource.logicalIdPrefix());
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("nothing is watched by " + dimension);
    }

    private static String words(String alarmId) {
        return switch (alarmId) {
            case "oldestMessage" -> "A backup job has been waiting for long";
            case "deadLetters" -> "Backup jobs have failed and are in the dead-letter queue";
            case "throttles" -> "DynamoDB throttles requests to the backup tables";
            case "systemErrors" -> "DynamoDB fails requests to the backup tables";
            case "clientErrors" -> "Many requests to the backup bucket are refused";
            case "serverErrors" -> "S3 fails many requests to the backup bucket";
            default -> throw new IllegalArgumentException("no alarm " + alarmId);
        };
    }
}
