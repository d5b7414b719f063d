package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.backtest.BackTest;
import io.tapdeck.monitor.backtest.BackTestResult;
import io.tapdeck.monitor.backtest.BackTestRule;
import io.tapdeck.monitor.backtest.Comparison;
import io.tapdeck.monitor.backtest.History;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** The back-test and the sandbox's alarms, written apart, come to the same state every minute. */
class BackTestAgreementTest {
    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
    private static final List<String> STATISTICS = List.of("Average", "Maximum", "Minimum", "Sum", "SampleCount");

    /** What a metric has each minute, by its name. */
    private record Minutes(Map<String, List<Optional<StatisticSet>>> metrics) implements MetricSource {
        @Override
        public List<MetricKey> metrics(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public Set<String> units(MetricKey metric) {
            return Set.of("None");
        }

        @Override
        public Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, String unit) {
            List<Optional<StatisticSet>> minutes = metrics.getOrDefault(metric.name(), List.of());
            int first = (int) Math.max(0, Duration.between(START, from).toMinutes());
            int end = (int) Duration.between(START, to).toMinutes();
            return minutes.subList(first, Math.max(first, end)).stream().reduce(Optional.empty(), StatisticSet::both);
        }
    }

    @Property(tries = 2000)
    void onOneMetric(
            @ForAll @Size(min = 50, max = 90) List<@IntRange(min = 0, max = 99) Integer> random,
            @ForAll @IntRange(min = 0, max = 99) int missingPercent,
            @ForAll @IntRange(min = 1, max = 5) int one,
            @ForAll @IntRange(min = 1, max = 5) int other,
            @ForAll @IntRange(min = 1, max = 5) int periodMinutes,
            @ForAll @IntRange(min = 0, max = 4) int statistic,
            @ForAll MissingData missing,
            @ForAll Comparison comparison,
            @ForAll State start,
            @ForAll @IntRange(min = 0, max = 12) int threshold) {
        String name = STATISTICS.get(statistic);
        // An average of averages is the whole's where all have equally many samples.
        List<Optional<StatisticSet>> minutes = minutes(random, missingPercent, !name.equals("Average"));
        int n = Math.max(one, other);
        BackTestRule rule =
                new BackTestRule(comparison, Math.min(one, other), n, periodMinutes * 60, missing, name, false, false);
        MetricAlarm alarm = alarm(rule, threshold)
                .namespace("Test")
                .metricName("a")
                .statistic(name)
                .period(periodMinutes * 60)
                .build();
        assertAgreement(alarm, rule, Map.of("a", minutes), series(List.of(minutes), name), start);
    }

    /** As the blueprints sum counts: no data in any of them is zero. */
    @Property(tries = 500)
    void onASumOfCounts(
            @ForAll @Size(min = 50, max = 90) List<@IntRange(min = 0, max = 99) Integer> random,
            @ForAll @Size(value = 90) List<@IntRange(min = 0, max = 99) Integer> second,
            @ForAll @IntRange(min = 0, max = 99) int missingPercent,
            @ForAll @IntRange(min = 1, max = 4) int one,
            @ForAll @IntRange(min = 1, max = 4) int other,
            @ForAll @IntRange(min = 1, max = 5) int periodMinutes,
            @ForAll @IntRange(min = 0, max = 60) int threshold) {
        List<Optional<StatisticSet>> a = minutes(random, missingPercent, true);
        List<Optional<StatisticSet>> b = minutes(second.subList(0, random.size()), missingPercent, true);
        BackTestRule rule = new BackTestRule(
                Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                Math.min(one, other),
                Math.max(one, other),
                periodMinutes * 60,
                MissingData.NOT_BREACHING,
                "Sum",
                true,
                true);
        MetricAlarm alarm = alarm(rule, threshold)
                .metrics(
                        MetricDataQuery.builder()
                                .id("sum")
                                .expression("SUM([FILL(a, 0), FILL(b, 0)])")
                                .build(),
                        part("a", rule),
                        part("b", rule))
                .build();
        assertAgreement(alarm, rule, Map.of("a", a, "b", b), series(List.of(a, b), "Sum"), State.OK);
    }

    private static MetricDataQuery part(String name, BackTestRule rule) {
        return MetricDataQuery.builder()
                .id(name)
                .returnData(false)
                .metricStat(stat -> stat.stat("Sum")
                        .period(rule.periodSeconds())
                        .metric(Metric.builder()
                                .namespace("Test")
                                .metricName(name)
                                .build()))
                .build();
    }

    private static MetricAlarm.Builder alarm(BackTestRule rule, double threshold) {
        return MetricAlarm.builder()
                .threshold(threshold)
                .comparisonOperator(comparison(rule.comparison()))
                .datapointsToAlarm(rule.datapointsToAlarm())
                .evaluationPeriods(rule.evaluationPeriods())
                .treatMissingData(rule.missingData().wireName());
    }

    private static String comparison(Comparison comparison) {
        return switch (comparison) {
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> "GreaterThanOrEqualToThreshold";
            case GREATER_THAN_THRESHOLD -> "GreaterThanThreshold";
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> "LessThanOrEqualToThreshold";
            case LESS_THAN_THRESHOLD -> "LessThanThreshold";
        };
    }

    private static List<Optional<StatisticSet>> minutes(List<Integer> random, int missingPercent, boolean uneven) {
        List<Optional<StatisticSet>> minutes = new ArrayList<>();
        for (int i = 0; i < random.size(); i++) {
            int number = random.get(i);
            StatisticSet values = StatisticSet.of(number % 10, uneven ? 1 + number / 10 % 3 : 1);
            minutes.add(number < missingPercent ? Optional.empty() : Optional.of(values));
        }
        return minutes;
    }

    /** What GetMetricData would give: the sum of those that have data. */
    private static Series series(List<List<Optional<StatisticSet>>> metrics, String statistic) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < metrics.getFirst().size(); i++) {
            int minute = i;
            List<Double> values = metrics.stream()
                    .flatMap(minutes -> minutes.get(minute).stream())
                    .map(set -> set.value(statistic))
                    .toList();
            if (!values.isEmpty()) {
                points.add(new Series.Point(
                        START.plusSeconds(60L * i),
                        values.stream().mapToDouble(Double::doubleValue).sum()));
            }
        }
        return new Series("chart", Duration.ofMinutes(1), points);
    }

    /** From when all that the alarm looks at is in the history. */
    private static void assertAgreement(
            MetricAlarm alarm,
            BackTestRule rule,
            Map<String, List<Optional<StatisticSet>>> metrics,
            Series series,
            State start) {
        int length = metrics.getOrDefault("a", List.of()).size();
        Instant end = START.plusSeconds(60L * length);
        BackTestResult result =
                BackTest.of(History.of(series, START, end), rule, start).at(alarm.threshold());
        AlarmCheck check = new AlarmCheck(new Metrics(List.of(new Minutes(metrics))));
        int range = (rule.evaluationPeriods() + 2) * rule.periodSeconds() / 60;
        State state = state(result, START.plusSeconds(60L * (range - 1)), start);
        for (int minute = range; minute <= length; minute++) {
            Instant at = START.plusSeconds(60L * minute);
            state = State.valueOf(check.at(
                            new AlarmMetric(
                                    alarm.toBuilder().stateValue(state.name()).build()),
                            at)
                    .state()
                    .name());
            assertThat(state(result, at, start))
                    .as("minute %d of %s", minute, rule)
                    .isEqualTo(state);
        }
    }

    /** The state that an evaluation came to; the one at the start before the first. */
    private static State state(BackTestResult result, Instant at, State start) {
        return result.band().stream()
                .filter(span -> !span.from().isAfter(at))
                .reduce((_, later) -> later)
                .map(BackTestResult.StateSpan::state)
                .orElse(start);
    }
}
