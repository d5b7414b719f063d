package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever was looked at before, at whatever resolution, in whatever order and over restarts: a window then shows what one
 * whole reading gives.
 */
class MetricMergingTest {
    private static final Instant START = Instant.parse("2026-11-20T12:07:31Z");
    private static final MetricSource SOURCE = MetricSource.of(
                    new Watched(
                            "111122223333",
                            "us-east-1",
                            "tapdeck-aurora-mysql-dev",
                            new AuroraMySql(),
                            List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", "dev"))),
                    new AuroraMySql().charts().getFirst().metric())
            .orElseThrow();

    /**
     * A look at the chart.
     *
     * @param after minutes since the look before
     * @param ago minutes from the window's end to now
     * @param length of the window in minutes
     * @param restart whether the program was started anew before
     */
    record Look(int after, int ago, int length, Resolution resolution, boolean restart) {
        Window at(Instant now) {
            Instant end = now.minus(Duration.ofMinutes(ago));
            return new Window(end.minus(Duration.ofMinutes(length)), end, resolution);
        }
    }

    @Provide
    Arbitrary<Look> looks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60 * 24 * 20),
                        Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(0, 60 * 24 * 3)),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(60, 60 * 24),
                                Arbitraries.integers().between(60 * 24, 60 * 24 * 80)),
                        Arbitraries.of(Resolution.class),
                        Arbitraries.of(true, false))
                .as(Look::new);
    }

    @Provide
    Arbitrary<List<Look>> schedules() {
        return looks().list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 60)
    void aWindowShowsWhatOneWholeReadingGives(@ForAll("schedules") List<Look> schedule) throws IOException {
        VirtualClock clock = new VirtualClock(START);
        Path folder = Files.createTempDirectory("merging");
        Store store = Stores.open(folder, clock).store();
        MetricHistory history = history(clock, store);
        Window last = new Window(START.minusSeconds(3600), START, Resolution.MINUTE);
        for (Look look : schedule) {
            clock.advance(Duration.ofMinutes(look.after()));
            if (look.restart()) {
                store.close();
                store = Stores.open(folder, clock).store();
                history = history(clock, store);
            }
            last = look.at(clock.instant());
            history.update(List.of(SOURCE), last, clock.instant());
        }

        Series shown = history.series(SOURCE, "capacity", "", last);

        isSeamless(shown, last);
        for (Series.Stretch stretch : shown.stretches()) {
            if (stretch.start().isBefore(Resolution.of(stretch.period()).oldestAtCloudWatch(clock.instant()))) {
                // Older than CloudWatch has it: only this computer knows.
                continue;
            }
            assertThat(within(shown, stretch)).isEqualTo(wholeReading(clock, stretch));
        }
        store.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The stretches follow each other from the window's start to its end, and no point reaches into the next one. */
    private static void isSeamless(Series shown, Window window) {
        List<Series.Stretch> stretches = shown.stretches();
        assertThat(stretches.getFirst().start()).isBeforeOrEqualTo(window.start());
        assertThat(stretches.getLast().end()).isEqualTo(window.end());
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).start()).isEqualTo(stretches.get(i - 1).end());
        }
        List<Series.Point> points = shown.points();
        for (int i = 1; i < points.size(); i++) {
            Series.Point before = points.get(i - 1);
            assertThat(points.get(i).at()).isAfterOrEqualTo(before.at().plus(shown.periodAt(before.at())));
        }
    }

    private static List<Series.Point> within(Series shown, Series.Stretch stretch) {
        return shown.points().stream()
                .filter(point ->
                        !point.at().isBefore(stretch.start()) && point.at().isBefore(stretch.end()))
                .toList();
    }

    private static List<Series.Point> wholeReading(VirtualClock clock, Series.Stretch stretch) {
        MetricQuestion question =
                new MetricQuestion(SOURCE, Resolution.of(stretch.period()), stretch.start(), stretch.end());
        return new MetricReader(new FakeMetrics(clock), BackOff.real())
                .read(List.of(question), clock.instant()).getFirst().points().stream()
                        .map(point -> new Series.Point(point.at(), point.value()))
                        .toList();
    }

    private static MetricHistory history(VirtualClock clock, Store store) {
        return new MetricHistory(new MetricReader(new FakeMetrics(clock), BackOff.real()), store.metrics());
    }
}
