package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A threshold is tried on its chart and sent to the review, by keyboard, at 1000×1000. */
@ExtendWith({Headless.class, FxWatchdog.class})
class TuneTest {
    private final TestDesk desk = new TestDesk();
    private final WorkingWeek week = new WorkingWeek(desk);
    private final OnePage<WatchPage> page = new OnePage<>(
            desk, context -> WatchPage.of(context, desk.environment("prod2", "UPDATE_COMPLETE", Duration.ofDays(40))));

    private void show(Screen screen, Theme.Choice theme) {
        desk.monitor.watchAs((environment, range) -> week.watch(range));
        page.show(screen, theme);
        desk.background.settle();
    }

    private void tune(Screen screen) {
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.T);
        desk.background.settle();
        Screen.settle();
    }

    private void press(Screen screen, KeyCode... keys) {
        screen.press(keys);
        desk.background.settle();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutOffAndEveryControlHasAName(Theme.Choice theme, Screen screen) {
        show(screen, theme);
        tune(screen);
        press(screen, KeyCode.SHIFT, KeyCode.DOWN);
        press(screen, KeyCode.DOWN);
        Screen.settle();
        Pictures.save(screen.scene(), "tune-" + theme.key() + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
    }

    @Test
    void tGrowsTheChosenChartOverTheLastWeekAndCounts(Screen screen) {
        show(screen, Theme.Choice.DARK);
        tune(screen);
        assertThat(page.page().model().rangeProperty().get()).isEqualTo(Range.WEEK);
        assertThat(screen.shows("Back-test")).isTrue();
        assertThat(screen.shows("The alarm would not have rung.")).isTrue();
        assertThat(screen.shows("Nothing is changed yet.")).isTrue();
        assertThat(screen.shows("Alarm history")).isFalse();
    }

    @Test
    void theArrowsMoveTheThresholdAndTheCountFollows(Screen screen) {
        show(screen, Theme.Choice.DARK);
        tune(screen);
        press(screen, KeyCode.DOWN);
        assertThat(screen.shows("1 property of 1 resource, changed in place")).isTrue();
        assertThat(field(screen).getText()).isEqualTo("79");
        press(screen, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(field(screen).getText()).isEqualTo("74");
        press(screen, KeyCode.DOWN);
        press(screen, KeyCode.DOWN);
        assertThat(field(screen).getText()).isEqualTo("72");
        assertThat(screen.shows("about 3 times, ")).isTrue();
        assertThat(screen.shows("at 80 % now: not once")).isTrue();
        assertThat(screen.shows("Wed 18 Nov")).isTrue();
    }

    @Test
    void enterOpensTheReviewOfThatThreshold(Screen screen) {
        show(screen, Theme.Choice.DARK);
        tune(screen);
        press(screen, KeyCode.ENTER);
        assertThat(page.sent()).as("nothing is changed yet").isEmpty();
        press(screen, KeyCode.SHIFT, KeyCode.DOWN);
        press(screen, KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("tune prod2 utilization 75");
    }

    @Test
    void aThresholdIsTypedAndAWrongOneSaysWhy(Screen screen) {
        show(screen, Theme.Choice.DARK);
        tune(screen);
        press(screen, KeyCode.DIGIT7);
        screen.type("2");
        assertThat(field(screen).getText()).isEqualTo("72");
        assertThat(screen.shows("about 3 times, ")).isTrue();
        screen.type("0");
        assertThat(screen.shows("720 is above 100 %, the most that is allowed here."))
                .isTrue();
        press(screen, KeyCode.ENTER);
        assertThat(page.sent()).isEmpty();
        press(screen, KeyCode.BACK_SPACE);
        press(screen, KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("tune prod2 utilization 72");
    }

    @Test
    void escapePutsTheThresholdTheRangeAndTheChartsBack(Screen screen) {
        show(screen, Theme.Choice.DARK);
        tune(screen);
        press(screen, KeyCode.SHIFT, KeyCode.DOWN);
        press(screen, KeyCode.ESCAPE);
        assertThat(screen.shows("Back-test")).isFalse();
        assertThat(screen.shows("Alarm history")).isTrue();
        assertThat(screen.shows("Connections")).isTrue();
        assertThat(page.page().model().rangeProperty().get()).isEqualTo(Range.THREE_HOURS);
        assertThat(screen.scene().getFocusOwner().getAccessibleText()).startsWith("ACU utilization");
        assertThat(page.sent()).isEmpty();
    }

    @Test
    void draggingTheLineCountsAndLettingGoOffersTheReview(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().clickOn("7 d");
        desk.background.settle();
        var handles = screen.scene().getRoot().lookupAll(".td-threshold-handle").stream()
                .filter(node -> node.getAccessibleText().startsWith("Threshold of ACU utilization"))
                .toList();
        assertThat(handles).hasSize(1);
        var robot = screen.robot();
        var bounds = handles.getFirst().localToScene(handles.getFirst().getBoundsInLocal());
        robot.moveTo(bounds.getCenterX() - 40, bounds.getCenterY());
        robot.press(javafx.scene.input.MouseButton.PRIMARY);
        robot.moveBy(0, 20);
        desk.background.settle();
        assertThat(screen.shows("in the last ")).isTrue();
        assertThat(screen.shows("Review change…")).isFalse();
        robot.release(javafx.scene.input.MouseButton.PRIMARY);
        desk.background.settle();
        assertThat(screen.shows("Review change…")).isTrue();
        assertThat(screen.shows("1 property of 1 resource, changed in place")).isTrue();
        assertThat(screen.scene().getFocusOwner())
                .asInstanceOf(type(Button.class))
                .extracting(Button::getText)
                .isEqualTo("Review change…");
        String dropped = field(screen).getText();
        press(screen, KeyCode.DOWN);
        String moved = new BigDecimal(dropped).subtract(BigDecimal.ONE).toPlainString();
        assertThat(field(screen).getText()).isEqualTo(moved);
        press(screen, KeyCode.ENTER);
        assertThat(page.sent()).containsExactly("tune prod2 utilization " + moved);
    }

    @Test
    void aSuggestedThresholdIsTried(Screen screen) {
        show(screen, Theme.Choice.LIGHT);
        tune(screen);
        assertThat(screen.shows("The lowest that would not have fired.")).isTrue();
        assertThat(screen.shows("The highest that would have fired once")).isTrue();
    }

    @Test
    void whenTheHistoryCannotBeReadItIsSaid(Screen screen) {
        show(screen, Theme.Choice.DARK);
        desk.monitor.fail(new MonitorException("127.0.0.1:4610 does not answer.", new IOException("refused")));
        tune(screen);
        assertThat(screen.shows("127.0.0.1:4610 does not answer.")).isTrue();
    }

    @Test
    void anAlarmThatIsOffHasNoThresholdToTune(Screen screen) {
        week.withoutAlarms();
        show(screen, Theme.Choice.DARK);
        tune(screen);
        assertThat(screen.shows("The alarm of ACU utilization is off. Switch it on with E, Change."))
                .isTrue();
        assertThat(screen.shows("Back-test")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void itFitsAtTheDefaultSize(Theme.Choice theme, Screen screen) {
        desk.monitor.watchAs((environment, range) -> week.watch(range));
        Scene scene = page.scene(theme, 1280, 800);
        for (KeyCode key : List.of(KeyCode.DIGIT2, KeyCode.T)) {
            Screen.onFx(() ->
                    page.page().onKey(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
            desk.background.settle();
        }
        for (int step = 0; step < 8; step++) {
            Screen.onFx(() -> page.page()
                    .onKey(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
        }
        desk.background.settle();
        Pictures.save(scene, "tune-" + theme.key());
        assertThat(Labels.truncated(scene.getRoot())).isEmpty();
    }

    private static TextField field(Screen screen) {
        return screen.robot()
                .lookup((javafx.scene.Node node) -> "New threshold of ACU utilization".equals(node.getAccessibleText()))
                .queryAs(TextField.class);
    }

    @Test
    void aHistoryThatComesAfterEscapeFlagsNothing(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().clickOn("7 d");
        desk.background.settle();
        screen.press(KeyCode.DIGIT2);
        screen.press(KeyCode.T);
        screen.press(KeyCode.SHIFT, KeyCode.DOWN);
        screen.press(KeyCode.SHIFT, KeyCode.DOWN);
        screen.press(KeyCode.ESCAPE);
        desk.background.settle();
        assertThat(page.page().data(1).spans()).isEmpty();
    }

    @Test
    void whileTuningTheStatusBarHasItsKeys(Screen screen) {
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("tune threshold")).isTrue();
        tune(screen);
        assertThat(screen.shows("by 1 %")).isTrue();
        assertThat(screen.shows("by 5 %")).isTrue();
        assertThat(screen.shows("put back")).isTrue();
        assertThat(screen.shows("tune threshold")).isFalse();
        press(screen, KeyCode.ESCAPE);
        assertThat(screen.shows("by 1 %")).isFalse();
        assertThat(screen.shows("tune threshold")).isTrue();
    }

    @Test
    void aSessionThatOnlyReadsTunesNothing(Screen screen) {
        desk.onlyReading();
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("tune threshold")).isFalse();
        tune(screen);
        assertThat(screen.shows("Back-test")).isFalse();
        assertThat(screen.scene().getRoot().lookupAll(".td-threshold-handle")).noneMatch(javafx.scene.Node::isVisible);
    }
}
