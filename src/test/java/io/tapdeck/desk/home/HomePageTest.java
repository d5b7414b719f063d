package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Leftover;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The environments' page, in both themes. */
@ExtendWith({Headless.class, FxWatchdog.class})
class HomePageTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void looksLikeItsPicture(Theme.Choice theme, Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, new TestDesk().populated(), theme, new SpokenPages());
        String name = theme.name().toLowerCase(Locale.ROOT);
        Pictures.save(desk.scene(), "01-home-" + name + "-1000");
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(desk.scene().getRoot())).isEmpty();
        Scene wide = ShownDesk.scene(new TestDesk().populated(), theme, new SpokenPages(), 1280, 800);
        Pictures.save(wide, "01-home-" + name);
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void environmentsOfTwoBlueprintsStandInOneList(Theme.Choice theme, Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, twoBlueprints(), theme, new SpokenPages());
        String name = theme.name().toLowerCase(Locale.ROOT);
        Pictures.save(desk.scene(), "01-home-two-" + name + "-1000");
        assertThat(screen.shows("7.3 ACU")).isTrue();
        assertThat(screen.shows("1250")).as("jobs, a count without a unit").isTrue();
        assertThat(screen.shows("+2")).as("more alarms than marks").isTrue();
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        Scene wide = ShownDesk.scene(twoBlueprints(), theme, new SpokenPages(), 1280, 800);
        Pictures.save(wide, "01-home-two-" + name);
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    private static TestDesk twoBlueprints() {
        TestDesk engines = new TestDesk();
        engines.withBlueprints(engines.aurora, engines.backup).populated();
        State ok = State.OK;
        engines.backups("archive-eu", 42, ok, ok, ok, ok, State.ALARM);
        engines.backups("ledger", 1250, ok, ok, ok, ok);
        return engines;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void teachesWhereThereIsNothing(Theme.Choice theme, Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, new TestDesk(), theme, new SpokenPages());
        String name = theme.name().toLowerCase(Locale.ROOT);
        Pictures.save(desk.scene(), "02-home-empty-" + name + "-1000");
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(desk.scene().getRoot())).isEmpty();
        Scene wide = ShownDesk.scene(new TestDesk(), theme, new SpokenPages(), 1280, 800);
        Pictures.save(wide, "02-home-empty-" + name);
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void whatIsLeftOverHasAGroupASentenceAndAButton(Theme.Choice theme, Screen screen) {
        TestDesk engines = new TestDesk();
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofDays(1));
        left(engines, "qa1", Leftover.Kind.SHELL, "It only holds a change set that nobody has executed.");
        left(
                engines,
                "old",
                Leftover.Kind.PART,
                "It belongs to an environment that is gone. What is in it costs money.");
        left(engines, "shop", Leftover.Kind.SNAPSHOT, "The last snapshot of a destroyed database. It costs money.");
        ShownDesk desk = ShownDesk.open(screen, engines, theme, new SpokenPages());
        assertThat(screen.shows("Left over")).isTrue();
        assertThat(screen.shows("What is in it costs money.")).isTrue();
        assertThat(screen.shows("Make it again…")).isTrue();
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(desk.scene().getRoot())).isEmpty();
        Pictures.save(desk.scene(), "01-home-left-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        Screen.settle();
        screen.robot().clickOn("Delete the empty stack");
        assertThat(screen.shows("recover qa1")).isTrue();
    }

    private static void left(TestDesk engines, String suffix, Leftover.Kind kind, String words) {
        engines.deployments.leave(new Leftover(
                engines.key(suffix),
                kind,
                engines.key(suffix).stackName(),
                TestDesk.REGION,
                engines.clock.instant().minus(Duration.ofDays(3)),
                words,
                "arn:" + suffix));
    }
}
