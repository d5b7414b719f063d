package io.tapdeck.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Points by a series' number: its name on every row would make the database eight times as large. */
final class SqliteMetrics implements MetricArchive {
    private final Sql sql;
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();

    SqliteMetrics(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(List<Reading> readings) {
        sql.together(() -> {
            List<Object[]> points = new ArrayList<>();
            for (Reading reading : readings) {
                long series = numberForWriting(reading.series());
                for (Point point : reading.points()) {
                    points.add(new Object[] {series, point.at().getEpochSecond(), point.value()});
                }
                cover(series, reading.span());
            }
            sql.runAll("INSERT OR REPLACE INTO metric_point VALUES (?, ?, ?)", points);
        });
    }

    /** Spans that touch the new one become one with it. */
    private void cover(long series, Span span) {
        long start = span.start().getEpochSecond();
        long end = span.end().getEpochSecond();
        for (Span touching : sql.list(
                "SELECT start, end FROM metric_span WHERE series = ? AND start <= ? AND end >= ?",
                SqliteMetrics::span,
                series,
                end,
                start)) {
            start = Math.min(start, touching.start().getEpochSecond());
            end = Math.max(end, touching.end().getEpochSecond());
        }
        sql.run("DELETE FROM metric_span WHERE series = ? AND start >= ? AND end <= ?", series, start, end);
        sql.run("INSERT INTO metric_span VALUES (?, ?, ?)", series, start, end);
    }

    @Override
    public List<Point> points(String series, Instant start, Instant end) {
        return sql.list(
                "SELECT at, value FROM metric_point WHERE series = ? AND at >= ? AND at < ? ORDER BY at",
                row -> new Point(Instant.ofEpochSecond(row.whole(1)), row.number(2)),
                number(series),
                start.getEpochSecond(),
                end.getEpochSecond());
    }

    @Override
    public List<Span> covered(String series) {
        return sql.list(
                "SELECT start, end FROM metric_span WHERE series = ? ORDER BY start",
                SqliteMetrics::span,
                number(series));
    }

    private static Span span(Sql.Row row) throws java.sql.SQLException {
        return new Span(Instant.ofEpochSecond(row.whole(1)), Instant.ofEpochSecond(row.whole(2)));
    }

    @Override
    public void forget(Duration period, Instant before) {
        long time = before.getEpochSecond();
        String ofPeriod = " AND series IN (SELECT number FROM metric_series WHERE name LIKE '%|' || ?)";
        long seconds = period.toSeconds();
        sql.together(() -> {
            sql.run("DELETE FROM metric_point WHERE at < ?" + ofPeriod, time, seconds);
            sql.run("DELETE FROM metric_span WHERE end <= ?" + ofPeriod, time, seconds);
            sql.run("UPDATE metric_span SET start = ? WHERE start < ?" + ofPeriod, time, time, seconds);
        });
    }

    /** A series' number; -1, which no series has, while nothing of it is kept. */
    private long number(String name) {
        Long known = numbers.get(name);
        if (known != null) {
            return known;
        }
        List<Long> found = sql.list("SELECT number FROM metric_series WHERE name = ?", row -> row.whole(1), name);
        if (found.isEmpty()) {
            return -1;
        }
        numbers.put(name, found.getFirst());
        return found.getFirst();
    }

    private long numberForWriting(String name) {
        // Another Tapdeck may have named it meanwhile.
        if (number(name) < 0) {
            sql.run("INSERT OR IGNORE INTO metric_series (name) VALUES (?)", name);
        }
        return number(name);
    }
}
