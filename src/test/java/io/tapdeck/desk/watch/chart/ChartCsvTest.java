package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chart's data for other programs. */
class ChartCsvTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private static ChartSeries series(String name, double... values) {
        List<Point> points = new ArrayList<>();
        for (int minute = 0; minute < values.length; minute++) {
            if (!Double.isNaN(values[minute])) {
                points.add(new Point(START.plusSeconds(60L * minute), values[minute]));
            }
        }
        return ChartSeries.of(name, new Series(name, Duration.ofMinutes(1), points));
    }

    private static String csv(int from, int to, ChartData... charts) {
        return ChartCsv.of(
                List.of(charts), new TimeWindow.Span(START.plusSeconds(60L * from), START.plusSeconds(60L * to)));
    }

    @Test
    void hasAColumnForEachSeriesAndALineForEachTime() {
        ChartData cpu = new ChartData(
                "CPU",
                "%",
                List.of(series("cluster", 10, 20.5), series("writer", 12, 30)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(csv(0, 5, cpu, ChartData.of("Connections", "", series("any", 7, 8))))
                .isEqualTo("""
                        Time (UTC),"CPU, cluster (%)","CPU, writer (%)",Connections\r
                        2026-11-20T12:00:00Z,10.0,12.0,7.0\r
                        2026-11-20T12:01:00Z,20.5,30.0,8.0\r
                        """);
    }

    @Test
    void whatIsMissingIsEmptyAndWhatIsOutOfSightIsNotThere() {
        ChartData chart = ChartData.of("CPU", "", series("a", 1, 2, Double.NaN, 4, 5));
        assertThat(csv(1, 3, chart, ChartData.of("ACU", "", series("b", 1, 2, 3, 4, 5))))
                .isEqualTo("""
                        Time (UTC),CPU,ACU\r
                        2026-11-20T12:01:00Z,2.0,2.0\r
                        2026-11-20T12:02:00Z,,3.0\r
                        2026-11-20T12:03:00Z,4.0,4.0\r
                        """);
    }

    @Test
    void aNameThatASpreadsheetWouldComputeIsAText() {
        assertThat(csv(0, 1, ChartData.of("=1+\"2\"", "", series("a", 1))))
                .startsWith("Time (UTC),\"'=1+\"\"2\"\"\"\r\n");
    }
}
