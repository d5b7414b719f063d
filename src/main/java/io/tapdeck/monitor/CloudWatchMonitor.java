package io.tapdeck.monitor;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The monitor on CloudWatch. Thread-safe. */
public final class CloudWatchMonitor implements Monitor {
    /** Stacks of ours begin so, and CloudFormation begins an alarm's name with its stack's. */
    private static final String OUR_STACKS = "tapdeck-";

    private final AwsConnection connection;
    private final AlarmReader alarmReader;
    private final AlarmHistory alarmHistory;
    private final MetricHistory metrics;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** The alarms at the last good answer. */
    private record Seen(Instant asOf, List<AlarmState> alarms) {}

    /** A monitor of the connection's account and region, its history kept in {@code store}. */
    public CloudWatchMonitor(AwsConnection connection, Store store) {
        this.connection = connection;
        this.alarmReader = new AlarmReader(connection.cloudWatch());
        this.alarmHistory = new AlarmHistory(connection.cloudWatch(), store);
        this.metrics = new MetricHistory(new MetricReader(connection.cloudWatch()), store);
    }

    @Override
    public Watch refresh(Watched environment, Range range) {
        return asking(() -> {
            Instant now = connection.clock().instant();
            Instant start = now.minus(range.length());
            metrics.update(sources(environment, environment.blueprint().charts(), range.period()), start, now);
            List<MetricAlarm> found = alarmReader.read(environment.stackName() + "-");
            List<AlarmState> alarms = AlarmReader.recognize(environment, found);
            alarmHistory.update(alarms, now.minus(Range.MONTH.length()), now);
            seen.put(environment.stackName(), new Seen(now, alarms));
            return watch(environment, range, now, now, alarms);
        });
    }

    @Override
    public Watch known(Watched environment, Range range) {
        Instant now = connection.clock().instant();
        Seen last = seen.getOrDefault(environment.stackName(), new Seen(Instant.EPOCH, List.of()));
        return watch(environment, range, last.asOf(), now, last.alarms());
    }

    @Override
    public Map<String, Glance> glance(List<Watched> environments) {
        return asking(() -> {
            Instant now = connection.clock().instant();
            Instant start = now.minus(Range.DAY.length());
            Duration period = Range.DAY.period();
            metrics.update(
                    environments.stream()
                            .map(environment -> firstSource(environment, period))
                            .flatMap(Optional::stream)
                            .toList(),
                    start,
                    now);
            List<MetricAlarm> alarms =
                    new ArrayList<>(environments.isEmpty() ? List.of() : alarmReader.read(OUR_STACKS));
            // A stack that was taken over has kept its name.
            environments.stream()
                    .map(Watched::stackName)
                    .filter(name -> !name.startsWith(OUR_STACKS))
                    .forEach(name -> alarms.addAll(alarmReader.read(name + "-")));
            Map<String, Glance> glances = new HashMap<>();
            for (Watched environment : environments) {
                List<AlarmState> states = AlarmReader.recognize(environment, alarms);
                seen.put(environment.stackName(), new Seen(now, states));
                glances.put(environment.stackName(), new Glance(states, line(environment, period, start, now)));
            }
            return glances;
        });
    }

    private Watch watch(Watched environment, Range range, Instant asOf, Instant end, List<AlarmState> alarms) {
        Instant start = end.minus(range.length());
        List<Series> series = environment.blueprint().charts().stream()
                .map(chart -> series(environment, chart, range.period(), start, end))
                .toList();
        return new Watch(asOf, start, end, series, alarms, alarmHistory.transitions(alarms, start, end.plusSeconds(1)));
    }

    private Series line(Watched environment, Duration period, Instant start, Instant end) {
        return series(environment, environment.blueprint().charts().getFirst(), period, start, end);
    }

    private Series series(Watched environment, ChartDescription chart, Duration period, Instant start, Instant end) {
        List<Series.Point> points = MetricSource.of(environment, chart, period)
                .map(source -> metrics.points(source, start, end))
                .orElse(List.of());
        return new Series(chart.id(), period, points);
    }

    private static List<MetricSource> sources(Watched environment, List<ChartDescription> charts, Duration period) {
        return charts.stream()
                .map(chart -> MetricSource.of(environment, chart, period))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MetricSource> firstSource(Watched environment, Duration period) {
        return MetricSource.of(environment, environment.blueprint().charts().getFirst(), period);
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkClientException e) {
            throw new MonitorException("CloudWatch does not answer. What was read before is still shown.", e);
        } catch (SdkException e) {
            throw new MonitorException("CloudWatch refuses to answer: " + e.getMessage(), e);
        }
    }
}
