package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** Expressions of GetMetricData, over two metrics of five minutes: m1 is 1 2 - 4 -, m2 is 10 - - 40 50. */
class MetricMathTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private final VirtualClock clock = new VirtualClock(START);
    private final SandboxCloudWatch cloudWatch =
            new SandboxCloudWatch(clock, new ResourceWorld(), "000000000000", "us-east-1");

    @BeforeEach
    void put() {
        put("first", "1 2 - 4 -");
        put("second", "10 - - 40 50");
        clock.advance(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m1 * 2 | 2 4 - 8 -",
                "-m1 + 10 | 9 8 - 6 -",
                "m1 / m2 * 100 | 10 - - 10 -",
                "2 ^ m1 | 2 4 - 16 -",
                "(m1 + 1) * 2 | 4 6 - 10 -",
                "m1 + m2 | 11 2 - 44 50",
                "m2 - m1 | 9 -2 - 36 50",
                "SUM([m1, m2]) | 11 2 - 44 50",
                "SUM(METRICS()) | 11 2 - 44 50",
                "MAX([m1, m2]) | 10 2 - 40 50",
                "MIN(METRICS()) | 1 2 - 4 50",
                "AVG([m1, m2]) | 5.5 2 - 22 50",
                "m1 - AVG(m1) + 7/3 | 1 2 - 4 -",
                "FILL(m1, 0) | 1 2 0 4 0",
                "FILL(m1, REPEAT) | 1 2 2 4 4",
                "FILL(m1, m2) | 1 2 - 4 50",
                "FILL(m1, 0) + FILL(m2, 0) | 11 2 0 44 50",
                "SUM(FILL(METRICS(), 0)) | 11 2 0 44 50",
                "m1 / 0 | - - - - -",
                "e2 + 1 | 2 3 - 5 -",
            })
    void anExpressionGivesPointsWhereTheGuideSaysSo(String expression, String points) {
        assertThat(rounded(answer(expression).getFirst())).isEqualTo(points);
    }

    @Test
    void anArrayGivesALineForEachOfItsSeries() {
        assertThat(answer("METRICS() * 2"))
                .extracting(MetricMathTest::rounded)
                .containsExactly("2 4 - 8 -", "20 - - 80 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m1 + | [Unexpected end of expression]",
                "m1 ! m2 | [Unexpected token '! m2']",
                "m1 m2 | [Unexpected token 'm2']",
                "m3 | [Undefined variable 'm3']",
                "e1 + 1 | [Circular reference to 'e1']",
                "SUM(m1) | [The expression must return a time series]",
                "SUM(m1, m2) | [Wrong number of arguments for function 'SUM']",
                "RATE(m1) | [Unsupported function 'RATE']",
                "[m1, 3] | [An array takes time series only]",
                "REPEAT + m1 | [Unexpected token 'REPEAT']",
            })
    void aWrongExpressionIsRefused(String expression, String problem) {
        assertThatThrownBy(() -> answer(expression))
                .isInstanceOf(CloudWatchException.class)
                .hasMessageStartingWith("Error in expression 'e1' " + problem);
    }

    private void put(String metric, String points) {
        String[] values = points.split(" ", -1);
        for (int minute = 0; minute < values.length; minute++) {
            if (!values[minute].equals("-")) {
                MetricDatum datum = MetricDatum.builder()
                        .metricName(metric)
                        .timestamp(START.plus(Duration.ofMinutes(minute)))
                        .value(Double.valueOf(values[minute]))
                        .build();
                cloudWatch.putMetricData(request -> request.namespace("test").metricData(datum));
            }
        }
    }

    private List<MetricDataResult> answer(String expression) {
        return cloudWatch
                .getMetricData(request -> request.startTime(START)
                        .endTime(START.plus(Duration.ofMinutes(5)))
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(
                                query("m1", "first"),
                                query("m2", "second"),
                                MetricDataQuery.builder()
                                        .id("e2")
                                        .expression("m1")
                                        .returnData(false)
                                        .build(),
                                MetricDataQuery.builder()
                                        .id("e1")
                                        .expression(expression)
                                        .build()))
                .metricDataResults();
    }

    private static MetricDataQuery query(String id, String metric) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(false)
                .metricStat(stat -> stat.stat("Sum")
                        .period(60)
                        .metric(one -> one.namespace("test").metricName(metric)))
                .build();
    }

    private static String rounded(MetricDataResult result) {
        List<String> points = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            int index = result.timestamps().indexOf(START.plus(Duration.ofMinutes(minute)));
            double value = index < 0 ? 0 : Math.rint(result.values().get(index) * 1000) / 1000;
            points.add(
                    index < 0 ? "-" : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        }
        return String.join(" ", points);
    }
}
