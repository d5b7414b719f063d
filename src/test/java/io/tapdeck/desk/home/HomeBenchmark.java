package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.FxBackground;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Frames;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.NavigatorNotes;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.shell.Frame;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prints how fluid home is with 500 environments over three accounts and two regions. Figures, not assertions. */
@Tag("bench")
@ExtendWith(Headless.class)
class HomeBenchmark {
    private static final String FILTER = "team4 us-east";
    private static final double NOTCH = 40;
    /** Frames in one direction. */
    private static final int THERE = 120;

    private final Fleet fleet = new Fleet();
    private final Background background = new FxBackground();
    private final Presence presence = Screen.call(() -> new Presence(background));
    private final HomeModel model =
            Screen.call(() -> new HomeModel(fleet.services(), background, presence, fleet.sources()));

    @Test
    void fluidity(Screen screen) throws InterruptedException {
        read(0);
        open(screen);
        print("table, nothing happens", Frames.measure(Frames.LONG, frame -> {}));
        for (boolean cards : new boolean[] {false, true}) {
            String view = cards ? "cards" : "table";
            Screen.onFx(() -> model.arrange(Arrangement.USUAL.asCards(cards)));
            Screen.settle();
            print(view + ", scrolling by wheel", Frames.measure(Frames.LONG, wheel(screen)));
            print(view + ", scrolling by keys", Frames.measure(Frames.LONG, keys(screen)));
            print(view + ", typing into the filter", Frames.measure(Frames.LONG, typing(screen)));
            Screen.onFx(() -> ((TextField) screen.find(".td-filter .text-field")).clear());
            print(view + ", a refresh every second", Frames.measure(Frames.LONG, this::refreshing));
        }
        assertThat(model.knowledgeProperty().get().rows()).hasSize(Fleet.SIZE);
    }

    @Test
    void heap(Screen screen) throws InterruptedException {
        screen.show(Theme.Choice.DARK, Pane::new);
        double nothing = used();
        read(0);
        double known = used();
        open(screen);
        Frames.measure(Frames.LONG, wheel(screen));
        System.out.printf(
                "home: heap of what is known of 500: %.1f MB; of the page: %.1f MB%n", known - nothing, used() - known);
        assertThat(model.knowledgeProperty().get().rows()).hasSize(Fleet.SIZE);
    }

    private static void print(String what, Frames.Figures figures) {
        System.out.printf(
                "home: 500 environments, %-30s %5.1f fps, p95 %5.1f ms, longest %6.1f ms; %4.1f ms of processor time"
                        + " a frame%n",
                what, figures.perSecond(), figures.p95Millis(), figures.longestMillis(), figures.cpuMillis());
    }

    private void open(Screen screen) {
        Screen.onFx(() -> {
            Theme theme = new Theme(Theme.Choice.DARK);
            AccountMarks accounts = new AccountMarks(fleet.services().store(), background);
            Frame frame = new Frame(fleet.services().session(), accounts, section -> {});
            HomePage page = new HomePage(
                    new PageContext(
                            fleet.services(),
                            background,
                            new NavigatorNotes(new ArrayList<>()),
                            frame,
                            theme,
                            presence,
                            new OpenSessions(fleet.services()),
                            accounts),
                    model);
            Scene scene = new Scene(frame, Screen.MOST, Screen.MOST);
            theme.dress(scene);
            frame.show(page);
            page.shown();
            screen.show(scene, Screen.MOST, Screen.MOST);
        });
        Screen.settle();
    }

    /** Reads everything, and waits for it. */
    private void read(int minute) throws InterruptedException {
        fleet.measure(minute);
        CountDownLatch done = new CountDownLatch(1);
        Screen.onFx(() -> {
            model.knowledgeProperty().subscribe(known -> {
                if (known.rows().size() == Fleet.SIZE) {
                    done.countDown();
                }
            });
            model.refresh();
        });
        done.await();
    }

    private static Consumer<Frames.Frame> wheel(Screen screen) {
        Node flow = screen.find(".td-environments .virtual-flow");
        return frame -> {
            double by = frame.number() % (2 * THERE) < THERE ? -NOTCH : NOTCH;
            Event.fireEvent(
                    flow,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            400,
                            400,
                            400,
                            400,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            by,
                            0,
                            by,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
        };
    }

    /** As fast as a key that is held down repeats. */
    private static Consumer<Frames.Frame> keys(Screen screen) {
        Node table = screen.find(".td-environments");
        return frame -> {
            if (frame.number() % 2 == 0) {
                KeyCode code = frame.number() % (2 * THERE) < THERE ? KeyCode.DOWN : KeyCode.UP;
                Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        };
    }

    /** Ten characters a second, and then from the beginning. */
    private static Consumer<Frames.Frame> typing(Screen screen) {
        TextField field = (TextField) screen.find(".td-filter .text-field");
        return frame -> {
            if (frame.number() % 6 == 0) {
                int length = (int) (frame.number() / 6 % (FILTER.length() + 1));
                field.setText(FILTER.substring(0, length));
            }
        };
    }

    private void refreshing(Frames.Frame frame) {
        if (frame.second()) {
            int minute = (int) (frame.number() / 60) + 1;
            background.run(
                    () -> {
                        fleet.measure(minute);
                        return minute;
                    },
                    measured -> model.refresh(),
                    failure -> {
                        throw new IllegalStateException(failure);
                    });
        }
    }

    private static double used() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0;
    }
}
