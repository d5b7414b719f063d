package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.wire.Partitions;
import io.tapdeck.sandbox.world.LiveResource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Alarms as they are asked for: by PutMetricAlarm, or in a template. */
final class AlarmConfigurations {
    private static final Pattern MISSING = Pattern.compile("missing|ignore|breaching|notBreaching");
    private static final int DAY = 86_400;

    private final String account;
    private final String region;

    AlarmConfigurations(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /** An alarm without state; checks the rules of the API reference, "PutMetricAlarm". */
    MetricAlarm of(PutMetricAlarmRequest request) {
        if (request.extendedStatistic() != null) {
            throw Refusals.validation("Only alarms on plain statistics and on metric math are supported here");
        }
        MetricAlarm alarm = MetricAlarm.builder()
                .alarmName(request.alarmName())
                .alarmArn(arn(request.alarmName()))
                .alarmDescription(request.alarmDescription())
                .actionsEnabled(request.actionsEnabled() == null || request.actionsEnabled())
                .okActions(List.copyOf(request.okActions()))
                .alarmActions(List.copyOf(request.alarmActions()))
                .insufficientDataActions(List.copyOf(request.insufficientDataActions()))
                .metricName(request.metricName())
                .namespace(request.namespace())
                .statistic(request.statistic())
                .dimensions(List.copyOf(request.dimensions()))
                .period(request.period())
                .unit(request.unit())
                .evaluationPeriods(request.evaluationPeriods())
                .datapointsToAlarm(request.datapointsToAlarm())
                .threshold(request.threshold())
                .comparisonOperator(request.comparisonOperator())
                .treatMissingData(request.treatMissingData())
                .metrics(request.hasMetrics() ? List.copyOf(request.metrics()) : null)
                .build();
        check(alarm);
        return alarm;
    }

    /**
     * A composite alarm without state; checks the rules of the API reference, "PutCompositeAlarm", but for the alarms of its
     * rule.
     */
    CompositeAlarm of(PutCompositeAlarmRequest request) {
        if (request.alarmName() == null || request.alarmRule() == null) {
            throw Refusals.missing("The parameters AlarmName and AlarmRule are required.");
        }
        if (request.actionsSuppressor() != null) {
            throw Refusals.validation("The sandbox suppresses no actions: leave ActionsSuppressor out.");
        }
        return CompositeAlarm.builder()
                .alarmName(request.alarmName())
                .alarmArn(arn(request.alarmName()))
                .alarmDescription(request.alarmDescription())
                .alarmRule(request.alarmRule())
                .actionsEnabled(request.actionsEnabled() == null || request.actionsEnabled())
                .okActions(List.copyOf(request.okActions()))
                .alarmActions(List.copyOf(request.alarmActions()))
                .insufficientDataActions(List.copyOf(request.insufficientDataActions()))
                .build();
    }

    /** An alarm without state of a template's resource; CloudFormation has checked it. */
    MetricAlarm of(LiveResource resource) {
        String datapoints = resource.property("/DatapointsToAlarm", "");
        MetricAlarm.Builder alarm = MetricAlarm.builder()
                .alarmName(resource.physicalId())
                .alarmArn(arn(resource.physicalId()))
                .alarmDescription(optional(resource, "/AlarmDescription"))
                .actionsEnabled(Boolean.parseBoolean(resource.property("/ActionsEnabled", "true")))
                .okActions(texts(resource, "OKActions"))
                .alarmActions(texts(resource, "AlarmActions"))
                .insufficientDataActions(texts(resource, "InsufficientDataActions"))
                .evaluationPeriods(Integer.parseInt(resource.property("/EvaluationPeriods", "1")))
                .datapointsToAlarm(datapoints.isEmpty() ? null : Integer.valueOf(datapoints))
                .threshold(Double.parseDouble(resource.property("/Threshold", "0")))
                .comparisonOperator(resource.property("/ComparisonOperator", ""))
                .treatMissingData(optional(resource, "/TreatMissingData"));
        if (resource.properties().has("Metrics")) {
            return alarm.metrics(AlarmMath.queries(resource.properties().path("Metrics")))
                    .build();
        }
        return alarm.metricName(resource.property("/MetricName", ""))
                .namespace(resource.property("/Namespace", ""))
                .statistic(resource.property("/Statistic", "Average"))
                .dimensions(AlarmMath.dimensions(resource.properties().path("Dimensions")))
                .period(Integer.parseInt(resource.property("/Period", "60")))
                .unit(optional(resource, "/Unit"))
                .build();
    }

    /** The rules of the API reference, "PutMetricAlarm". */
    static void check(MetricAlarm alarm) {
        if (alarm.alarmName() == null || alarm.evaluationPeriods() == null || alarm.comparisonOperator() == null) {
            throw Refusals.missing("The parameters AlarmName, EvaluationPeriods and ComparisonOperator are required.");
        }
        if (!alarm.alarmName().chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw Refusals.validation("The value for parameter AlarmName must contain only ASCII characters.");
        }
        boolean math = new AlarmMetric(alarm).isMath();
        if (math) {
            AlarmMath.check(alarm);
        } else if (alarm.metricName() == null
                || alarm.namespace() == null
                || alarm.period() == null
                || alarm.statistic() == null
                || alarm.threshold() == null) {
            throw Refusals.missing(
                    "The parameters MetricName, Namespace, Period, Statistic and Threshold are required.");
        }
        if (alarm.comparisonOperator() == ComparisonOperator.UNKNOWN_TO_SDK_VERSION
                || alarm.comparisonOperator().name().contains("LOWER")
                || alarm.comparisonOperator().name().contains("UPPER")) {
            throw Refusals.validation("Comparison operator " + alarm.comparisonOperatorAsString()
                    + " is not supported on a metric without a model");
        }
        if (!math) {
            MetricDataQueries.checkPeriod(alarm.period());
        }
        long period = new AlarmMetric(alarm).period().toSeconds();
        Integer datapoints = alarm.datapointsToAlarm();
        if (datapoints != null && (datapoints < 1 || datapoints > alarm.evaluationPeriods())) {
            throw Refusals.validation(
                    "DatapointsToAlarm should be less than or equal to EvaluationPeriods, and at least 1");
        }
        int longest = period < 3600 ? DAY : 7 * DAY;
        if (period * alarm.evaluationPeriods() > longest) {
            throw Refusals.validation("Metrics cannot be checked across more than "
                    + (longest == DAY ? "a day" : "seven days") + " (EvaluationPeriods * Period must be <= " + longest
                    + ").");
        }
        if (alarm.treatMissingData() != null
                && !MISSING.matcher(alarm.treatMissingData()).matches()) {
            throw Refusals.validation("Unsupported value for TreatMissingData: " + alarm.treatMissingData());
        }
    }

    private String arn(String name) {
        return "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(Partitions.of(region), region, account, name);
    }

    private static @Nullable String optional(LiveResource resource, String pointer) {
        String value = resource.property(pointer, "");
        return value.isEmpty() ? null : value;
    }

    private static List<String> texts(LiveResource resource, String property) {
        List<String> texts = new ArrayList<>();
        resource.properties().path(property).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
