package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.store.MetricArchive.Point;
import io.tapdeck.store.MetricArchive.Reading;
import io.tapdeck.store.MetricArchive.Span;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metric history with what it covers, and lines about alarms that nobody can change. */
class ArchiveTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPU = MetricArchive.series("cpu", Duration.ofMinutes(1));

    private final Path folder;
    private final Store store;
    private final MetricArchive metrics;

    ArchiveTest(@TempDir Path folder) {
        this.folder = folder;
        store = Stores.open(folder, InstantSource.fixed(NOON)).store();
        metrics = store.metrics();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pointsComeBackInOrderFromStartToBeforeEndAndTheLastWordCounts() {
        metrics.save(List.of(
                new Reading(CPU, span(0, 180), List.of(point(120, 3), point(60, 2), point(0, 1))),
                new Reading("acu|60", span(0, 180), List.of(point(60, 9)))));
        metrics.save(List.of(new Reading(CPU, span(60, 120), List.of(point(60, 20)))));

        assertThat(metrics.points(CPU, NOON, NOON.plusSeconds(120))).containsExactly(point(0, 1), point(60, 20));
    }

    @Test
    void spansThatTouchBecomeOne() {
        read(span(0, 60));
        read(span(300, 360));
        read(span(600, 660));
        assertThat(metrics.covered(CPU)).containsExactly(span(0, 60), span(300, 360), span(600, 660));

        read(span(60, 300));
        assertThat(metrics.covered(CPU)).containsExactly(span(0, 360), span(600, 660));
        assertThat(metrics.covered("acu|60")).isEmpty();
    }

    @Test
    void whatIsOlderIsForgottenForOnePeriodOnly() {
        String hours = MetricArchive.series("cpu", Duration.ofHours(1));
        metrics.save(List.of(
                new Reading(CPU, span(0, 120), List.of(point(0, 1), point(60, 2))),
                new Reading(hours, span(0, 3600), List.of(point(0, 1)))));

        metrics.forget(Duration.ofMinutes(1), NOON.plusSeconds(60));

        assertThat(metrics.points(CPU, NOON, NOON.plusSeconds(120))).containsExactly(point(60, 2));
        assertThat(metrics.covered(CPU)).containsExactly(span(60, 120));
        assertThat(metrics.points(hours, NOON, NOON.plusSeconds(3600))).hasSize(1);
    }

    @Test
    void acknowledgementsAreNeitherChangedNorDeleted() throws SQLException {
        store.alarms()
                .write(new AlarmArchive.Acknowledgement("1", "us-east-1", "stack", "arn", "cpu", NOON, "me", "seen"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Stores.FILE));
                var statement = connection.createStatement()) {
            for (String change : List.of("UPDATE acknowledgement SET note = ''", "DELETE FROM acknowledgement")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
        assertThat(store.alarms().acknowledgements("1", "us-east-1", "stack")).hasSize(1);
    }

    private void read(Span span) {
        metrics.save(List.of(new Reading(CPU, span, List.of())));
    }

    private static Span span(long from, long to) {
        return new Span(NOON.plusSeconds(from), NOON.plusSeconds(to));
    }

    private static Point point(long seconds, double value) {
        return new Point(NOON.plusSeconds(seconds), value);
    }
}
