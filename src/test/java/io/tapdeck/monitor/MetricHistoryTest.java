package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;

/** Everything is read once, and stays longer than CloudWatch keeps it. */
class MetricHistoryTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final MetricSource SOURCE = MetricSource.of(
                    new Watched(
                            "111122223333",
                            "us-east-1",
                            "tapdeck-aurora-mysql-dev",
                            new AuroraMySql(),
                            List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", "dev"))),
                    new AuroraMySql().charts().getFirst().metric())
            .orElseThrow();

    private final VirtualClock clock = new VirtualClock(START);
    private final FakeMetrics cloudWatch = new FakeMetrics(clock);
    private final Path folder;
    private Store store;
    private MetricHistory history;

    MetricHistoryTest(@TempDir Path folder) {
        this.folder = folder;
        store = Stores.open(folder, clock).store();
        history = history();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRestartAsksOnlyForWhatIsNew() {
        look(Duration.ofDays(10), Resolution.MINUTE);
        restart();
        clock.advance(Duration.ofHours(1));

        List<GetMetricDataRequest> calls = look(Duration.ofDays(10), Resolution.MINUTE);

        assertThat(calls)
                .singleElement()
                .extracting(GetMetricDataRequest::startTime)
                .isEqualTo(START.minus(Coverage.young(Resolution.MINUTE)));
    }

    @Test
    void aPastWindowIsReadOnce() {
        Window past = new Window(START.minus(Duration.ofDays(9)), START.minus(Duration.ofDays(8)), Resolution.MINUTE);
        history.update(List.of(SOURCE), past, START);
        cloudWatch.calls.clear();

        history.update(List.of(SOURCE), past, START);

        assertThat(cloudWatch.calls).isEmpty();
    }

    @Test
    void aPointThatCameLateIsThereAfterTheNextRefresh() {
        look(Duration.ofHours(1), Resolution.MINUTE);
        clock.advance(Duration.ofMinutes(FakeMetrics.LATE));
        Instant late = START.minus(Duration.ofMinutes(5));

        look(Duration.ofHours(1), Resolution.MINUTE);

        assertThat(points(Duration.ofHours(1), Resolution.MINUTE))
                .extracting(Series.Point::at)
                .contains(late);
    }

    @Test
    void aWindowOfEveryAgeIsReadAtWhatCloudWatchStillHas() {
        look(Duration.ofDays(80), Resolution.MINUTE);

        List<Series.Stretch> stretches = history.series(
                        SOURCE, "capacity", "", window(Duration.ofDays(80), Resolution.MINUTE))
                .stretches();

        assertThat(stretches)
                .containsExactly(
                        stretch(80, 63, Resolution.HOUR),
                        stretch(63, 15, Resolution.FIVE_MINUTES),
                        stretch(15, 0, Resolution.MINUTE));
    }

    @Test
    void minutesOutliveCloudWatchs() {
        look(Duration.ofDays(1), Resolution.MINUTE);
        clock.advance(Duration.ofDays(40));
        look(Duration.ofHours(1), Resolution.MINUTE);

        Window then = new Window(START.minus(Duration.ofDays(1)), START, Resolution.MINUTE);

        assertThat(history.series(SOURCE, "capacity", "", then).stretches())
                .containsExactly(new Series.Stretch(then.start(), then.end(), Duration.ofMinutes(1)));
    }

    @Test
    void whatIsOlderThanItIsKeptIsForgotten() {
        look(Duration.ofDays(1), Resolution.MINUTE);
        clock.advance(Resolution.MINUTE.keptHere().plusDays(1));
        look(Duration.ofHours(1), Resolution.MINUTE);

        Window then = new Window(START.minus(Duration.ofDays(1)), START, Resolution.MINUTE);

        assertThat(history.series(SOURCE, "capacity", "", then).points()).isEmpty();
        assertThat(store.metrics().covered(SOURCE.series(Resolution.MINUTE))).hasSize(1);
    }

    private List<GetMetricDataRequest> look(Duration back, Resolution resolution) {
        cloudWatch.calls.clear();
        history.update(List.of(SOURCE), window(back, resolution), clock.instant());
        return List.copyOf(cloudWatch.calls);
    }

    private List<Series.Point> points(Duration back, Resolution resolution) {
        return history.series(SOURCE, "capacity", "", window(back, resolution)).points();
    }

    private Window window(Duration back, Resolution resolution) {
        return new Window(clock.instant().minus(back), clock.instant(), resolution);
    }

    private static Series.Stretch stretch(int fromDays, int toDays, Resolution resolution) {
        return new Series.Stretch(
                START.minus(Duration.ofDays(fromDays)), START.minus(Duration.ofDays(toDays)), resolution.period());
    }

    private void restart() {
        store.close();
        store = Stores.open(folder, clock).store();
        history = history();
    }

    private MetricHistory history() {
        return new MetricHistory(new MetricReader(cloudWatch, BackOff.real()), store.metrics());
    }
}
