package io.tapdeck.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Asks DescribeAlarms, every page. */
final class AlarmReader {
    /** Most alarms of a page, and most names of a question (CloudWatch API reference, DescribeAlarms). */
    static final int PAGE = 100;

    private final CloudWatchClient cloudWatch;
    private final BackOff backOff;

    AlarmReader(CloudWatchClient cloudWatch, BackOff backOff) {
        this.cloudWatch = cloudWatch;
        this.backOff = backOff;
    }

    /** What DescribeAlarms gave. */
    record Alarms(
            List<MetricAlarm> metric, List<software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm> composite) {

        static Alarms none() {
            return new Alarms(new ArrayList<>(), new ArrayList<>());
        }

        void add(Alarms more) {
            metric.addAll(more.metric);
            composite.addAll(more.composite);
        }
    }

    /** Every alarm whose name begins so; CloudFormation begins it with the stack's name. */
    Alarms beginningWith(String namePrefix) {
        return read(DescribeAlarmsRequest.builder().alarmNamePrefix(namePrefix));
    }

    /** The alarms of these names, as far as they exist. */
    Alarms named(Collection<String> names) {
        List<String> all = names.stream().distinct().toList();
        Alarms alarms = Alarms.none();
        for (int from = 0; from < all.size(); from += PAGE) {
            alarms.add(read(
                    DescribeAlarmsRequest.builder().alarmNames(all.subList(from, Math.min(from + PAGE, all.size())))));
        }
        return alarms;
    }

    private Alarms read(DescribeAlarmsRequest.Builder question) {
        // Without the types, composite alarms would be silently absent.
        DescribeAlarmsRequest request = question.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                .maxRecords(PAGE)
                .build();
        Alarms alarms = Alarms.none();
        String token = null;
        do {
            DescribeAlarmsRequest page = request.toBuilder().nextToken(token).build();
            DescribeAlarmsResponse response = backOff.call(() -> cloudWatch.describeAlarms(page));
            alarms.metric.addAll(response.metricAlarms());
            alarms.composite.addAll(response.compositeAlarms());
            token = response.nextToken();
        } while (token != null);
        return alarms;
    }
}
