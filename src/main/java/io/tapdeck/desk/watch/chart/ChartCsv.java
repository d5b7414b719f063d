package io.tapdeck.desk.watch.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The data of charts as comma-separated values (RFC 4180): a line of names, then one line per time with one column per
 * series. Times are UTC in ISO 8601; what is missing is empty. What a spreadsheet would compute is made a text.
 */
public final class ChartCsv {
    private ChartCsv() {}

    private record Column(String name, Samples samples) {}

    /** The values of all series of the charts within a span, in the unit that AWS has, oldest first. */
    public static String of(List<ChartData> charts, TimeWindow.Span span) {
        List<Column> columns = new ArrayList<>();
        for (ChartData chart : charts) {
            boolean several = chart.series().size() > 1;
            String unit = chart.unit().isEmpty() ? "" : " (" + chart.unit() + ")";
            for (ChartSeries series : chart.series()) {
                String name = several ? chart.title() + ", " + series.name() : chart.title();
                columns.add(new Column(name + unit, series.samples()));
            }
        }
        StringBuilder text = new StringBuilder("Time (UTC)");
        columns.forEach(column -> text.append(',').append(cell(column.name())));
        text.append("\r\n");
        for (long time : times(columns, span)) {
            text.append(Instant.ofEpochMilli(time));
            columns.forEach(column -> text.append(',').append(value(column.samples(), time)));
            text.append("\r\n");
        }
        return text.toString();
    }

    private static SortedSet<Long> times(List<Column> columns, TimeWindow.Span span) {
        SortedSet<Long> times = new TreeSet<>();
        for (Column column : columns) {
            Samples samples = column.samples();
            int end = samples.after(span.end().toEpochMilli());
            for (int point = samples.after(span.start().toEpochMilli() - 1); point < end; point++) {
                times.add(samples.time(point));
            }
        }
        return times;
    }

    private static String value(Samples samples, long time) {
        int point = samples.after(time) - 1;
        return point >= 0 && samples.time(point) == time ? Double.toString(samples.value(point)) : "";
    }

    /** The first letters are those of OWASP's page "CSV Injection". */
    private static String cell(String name) {
        String safe = !name.isEmpty() && "=+-@\t\r\n".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
        boolean quoted = safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
