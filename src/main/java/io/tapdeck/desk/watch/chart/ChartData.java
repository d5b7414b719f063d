package io.tapdeck.desk.watch.chart;

import java.util.List;

/**
 * What one chart shows; over which time is said by its {@link TimeWindow}.
 *
 * @param title for screen readers and exports
 * @param unit behind values, or empty
 * @param series the first is drawn strong, the others stand beside it; at least one
 * @param thresholds what the series are held against; the first of the first series is that of the chart's alarm
 * @param band the alarm's states
 * @param marks the alarm's datapoints that breached
 * @param spans of a back-test, with flags
 */
public record ChartData(
        String title,
        String unit,
        List<ChartSeries> series,
        List<Threshold> thresholds,
        List<AlarmBand.Segment> band,
        List<BreachMark> marks,
        List<AlarmSpan> spans) {
    public ChartData {
        series = List.copyOf(series);
        thresholds = List.copyOf(thresholds);
        band = List.copyOf(band);
        marks = List.copyOf(marks);
        spans = List.copyOf(spans);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("no series in " + title);
        }
    }

    /** A chart of one line. */
    public static ChartData of(String title, String unit, ChartSeries series) {
        return new ChartData(title, unit, List.of(series), List.of(), List.of(), List.of(), List.of());
    }

    /** With other thresholds. */
    public ChartData withThresholds(List<Threshold> other) {
        return new ChartData(title, unit, series, other, band, marks, spans);
    }

    /** With the states of its alarm, and which datapoints brought them about. */
    public ChartData withAlarm(List<AlarmBand.Segment> states, List<BreachMark> breached) {
        return new ChartData(title, unit, series, thresholds, states, breached, spans);
    }

    /** With the spans of a back-test; none takes them away. */
    public ChartData withSpans(List<AlarmSpan> other) {
        return new ChartData(title, unit, series, thresholds, band, marks, other);
    }

    /** Whether no series has a point. */
    boolean empty() {
        return series.stream().allMatch(one -> one.samples().size() == 0);
    }

    /** The strong series. */
    Samples main() {
        return series.getFirst().samples();
    }

    /** The alarm's threshold; {@link Double#NaN} if there is none. */
    public double threshold() {
        return threshold(0);
    }

    /** The first threshold that the series at a place is held against; {@link Double#NaN} if there is none. */
    public double threshold(int place) {
        return thresholds.stream()
                .filter(threshold -> threshold.series() == place)
                .mapToDouble(Threshold::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
