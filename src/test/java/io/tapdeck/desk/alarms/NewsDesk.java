package io.tapdeck.desk.alarms;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.kit.VirtualClock;
import io.tapdeck.monitor.AlarmChange;
import io.tapdeck.monitor.AlarmRing;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk with three environments, whose alarms and whose window a test moves. */
@ExtendWith({Headless.class, FxWatchdog.class})
abstract class NewsDesk {
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    final TestDesk engines = new TestDesk();
    final Desktop desktop = new Desktop();
    private @Nullable Desk desk;
    private boolean inFront;
    private Duration endpointAhead = Duration.ZERO;

    NewsDesk() {
        for (String suffix : new String[] {"dev", "prod1", "stage"}) {
            engines.environment(suffix, "CREATE_COMPLETE", Duration.ofDays(2));
            engines.measure(suffix, 2, State.OK, State.OK, State.OK, State.OK);
        }
    }

    /** From the next opening on the endpoint's clock is ahead of this computer's. */
    final void endpointAhead(Duration time) {
        endpointAhead = time;
    }

    /** Closes the desk, as its administrator does in the evening. */
    final void close() {
        Screen.onFx(() -> Objects.requireNonNull(desk).close());
    }

    private DeskServices services() {
        DeskServices all = engines.services();
        VirtualClock there = new VirtualClock();
        there.advance(endpointAhead);
        return new DeskServices(
                all.blueprints(),
                all.synthesizer(),
                all.session(),
                endpointAhead.isZero() ? all.clock() : there,
                all.deployments(),
                all.monitor(),
                all.store(),
                all.targetSettings(),
                all.product(),
                all.connection(),
                all.choice(),
                all.notices());
    }

    final void choose(Screen screen, String words) {
        screen.press(KeyCode.ALT, KeyCode.Q);
        screen.robot().clickOn(words);
        engines.background.settle();
    }

    final void goesOn(String suffix, int place) {
        news(suffix, place, State.ALARM, engines.clock.instant(), null, false);
    }

    final void news(String suffix, int place, State state, Instant from, @Nullable Instant to, boolean hushed) {
        AlarmState alarm = engines.alarm(engines.aurora.alarms().get(place), state, Duration.ZERO, true);
        AlarmRing ring = new AlarmRing(alarm.alarmId(), from, to, alarm.reason());
        String stack = engines.key(suffix).stackName();
        engines.monitor.newsOf(new AlarmChange(stack, alarm, ring, hushed));
        engines.monitor.nowIn(stack, alarm);
    }

    /** Lets a minute go by, in which the window is in front or is not. */
    final void read(Screen screen) {
        Screen.onFx(() -> screen.stage().setIconified(!inFront));
        engines.background.advance(A_MINUTE);
        Screen.onFx(() -> {
            screen.stage().setIconified(false);
            screen.stage().requestFocus();
        });
    }

    /** A desk in the place of the one before, in a window that is in front or is not while it reads. */
    final Scene open(Screen screen, Theme.Choice choice, boolean front) {
        inFront = front;
        Desk before = desk;
        Scene scene = Screen.call(() -> {
            if (before != null) {
                before.close();
            }
            Theme theme = new Theme(choice);
            desk = new Desk(new OpenSessions(services()), engines.background, theme, new SpokenPages(), () -> desktop);
            Scene made = new Scene(Objects.requireNonNull(desk).root(), Screen.MOST, Screen.MOST);
            made.getPreferences().setReducedMotion(true);
            theme.dress(made);
            screen.show(made, Screen.MOST, Screen.MOST);
            return made;
        });
        engines.background.settle();
        return scene;
    }
}
