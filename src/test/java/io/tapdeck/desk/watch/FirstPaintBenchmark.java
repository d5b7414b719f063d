package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.FxBackground;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.NavigatorNotes;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.shell.Frame;
import io.tapdeck.monitor.LongHistory;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long an environment's page takes to its first frame with lines. Figures, not assertions. */
@Tag("bench")
@ExtendWith(Headless.class)
class FirstPaintBenchmark {
    private static final int RUNS = 15;

    private final TestDesk desk = new TestDesk();
    private final Theme theme = Screen.call(() -> new Theme(Theme.Choice.DARK));

    @Test
    void ofAnEnvironmentFromLocalHistory(Screen screen, @TempDir Path folder) {
        LongHistory history = new LongHistory(desk.clock);
        DeployedEnvironment environment = desk.environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(400));
        try (Store store = Stores.open(folder, desk.clock).store()) {
            int points = points(history.read(store, desk.clock.instant()));
            List<Double> times = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                Frame frame = Screen.call(() -> empty(screen));
                Screen.settle();
                Presence presence = Screen.call(() -> new Presence(new FxBackground()));
                WatchModel model = new WatchModel(
                        history.environment(), history.monitor(store), desk.clock, new FxBackground(), presence);
                times.add(once(frame, environment, model, presence));
            }
            double first = times.getFirst();
            Collections.sort(times);
            System.out.printf(
                    "first frame of an environment's page from local history (15 months, %,d points in 12 lines): first"
                            + " of the process %.0f ms, median of %d %.0f ms, worst %.0f ms, load %.1f%n",
                    points,
                    first,
                    RUNS,
                    times.get(RUNS / 2),
                    times.getLast(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            assertThat(times).hasSize(RUNS);
        }
    }

    private static int points(Watch watch) {
        return Stream.concat(watch.series().stream(), watch.members().stream())
                .map(Series::points)
                .mapToInt(List::size)
                .sum();
    }

    private Frame empty(Screen screen) {
        Frame frame = new Frame(desk.services().session(), desk.accounts, section -> {});
        Scene scene = new Scene(frame, Screen.MOST, Screen.MOST);
        theme.dress(scene);
        screen.show(scene, Screen.MOST, Screen.MOST);
        return frame;
    }

    /** From the wish to see the page to the pulse after the one that painted its lines, in milliseconds. */
    private double once(Frame frame, DeployedEnvironment environment, WatchModel model, Presence presence) {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long wished = System.nanoTime();
        WatchPage shown = Screen.call(() -> {
            PageContext context = new PageContext(
                    desk.services(),
                    new FxBackground(),
                    new NavigatorNotes(new ArrayList<>()),
                    frame,
                    theme,
                    presence,
                    desk.sessions(),
                    desk.accounts);
            WatchPage page = new WatchPage(context, environment, model);
            frame.show(page);
            page.shown();
            new AnimationTimer() {
                private boolean painted;

                @Override
                public void handle(long now) {
                    if (painted) {
                        stop();
                        drawn.complete(System.nanoTime());
                    }
                    painted = model.watchProperty().get() != null;
                }
            }.start();
            return page;
        });
        double millis = (drawn.join() - wished) / 1e6;
        Screen.onFx(shown::left);
        return millis;
    }
}
