package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Draft;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk whose session only reads: no page shows or takes what would change something. */
@ExtendWith({Headless.class, FxWatchdog.class})
final class ReadOnlyDeskTest {
    /** What buttons, menus and choices that change something begin with. */
    private static final List<String> VERBS = List.of(
            "New environment",
            "Deploy ",
            "Deploy…",
            "Change ",
            "Change…",
            "Change settings",
            "Tune",
            "Review change",
            "Destroy",
            "Revert",
            "Adopt",
            "Cancel",
            "Delete the empty stack",
            "Make it again",
            "Continue the roll-back",
            "Continue to Review",
            "Roll back",
            "Use another suffix");

    /** What the hints of keys that change something say. */
    private static final List<String> HINTS = List.of(
            "new", "new environment", "sample", "change", "tune threshold", "revert", "cancel", "do what is chosen");

    private static final List<KeyCode[]> KEYS = List.of(
            new KeyCode[] {KeyCode.N},
            new KeyCode[] {KeyCode.E},
            new KeyCode[] {KeyCode.T},
            new KeyCode[] {KeyCode.V},
            new KeyCode[] {KeyCode.S},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.PERIOD},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.ENTER});

    private final TestDesk engines = new TestDesk().populated();
    private final Map<String, Consumer<Navigator>> pages = new LinkedHashMap<>();

    /** The desk and what it shows. */
    private record Opened(Navigator to, Scene scene) {}

    private Opened open(Screen screen) {
        leave(Leftover.Kind.SHELL, "old1");
        leave(Leftover.Kind.PART, "old2");
        leave(Leftover.Kind.SEED, "old3");
        leave(Leftover.Kind.SNAPSHOT, "old4");
        engines.deployments.driftsAs(new Drift(
                engines.key("prod2"),
                engines.clock.instant(),
                List.of(new Drift.DriftedResource(
                        null, "Alarm", "Alarm", "AWS::CloudWatch::Alarm", "alarm-1", true, List.of())),
                List.of()));
        pages();
        engines.onlyReading();
        Opened opened = Screen.call(() -> {
            Theme theme = new Theme(Theme.Choice.LIGHT);
            Desk made = new Desk(
                    new OpenSessions(engines.services()),
                    engines.background,
                    theme,
                    new DeskPages(new OpenSessions(engines.services()), engines.background, engines.clock));
            Scene shown = new Scene(made.root(), Screen.MOST, Screen.MOST);
            shown.getPreferences().setReducedMotion(true);
            theme.dress(shown);
            screen.show(shown, Screen.MOST, Screen.MOST);
            return new Opened(made, shown);
        });
        settle();
        return opened;
    }

    private void leave(Leftover.Kind kind, String suffix) {
        engines.deployments.leave(new Leftover(
                engines.key(suffix),
                kind,
                engines.key(suffix).stackName(),
                TestDesk.REGION,
                engines.clock.instant(),
                "It is left.",
                "arn:" + suffix));
    }

    private void settle() {
        Screen.settle();
        engines.background.settle();
        Screen.settle();
    }

    private void pages() {
        DeployedEnvironment running = engines.environment("prod2", "UPDATE_COMPLETE", Duration.ofDays(1));
        StackState stuck = new StackState("UPDATE_ROLLBACK_FAILED");
        engines.deployments.stands(new Situation(
                engines.key("billing-eu"),
                List.of(new Situation.StackSituation(
                        null,
                        engines.key("billing-eu").stackName(),
                        "arn:stuck",
                        stuck,
                        engines.clock.instant(),
                        null,
                        List.of(),
                        stuck.actions()))));
        engines.deployments.play(
                List.of(),
                new Outcome.Failed(
                        running.stackName(),
                        "ROLLBACK_COMPLETE",
                        new RootCause(
                                "Alarm",
                                "AWS::CloudWatch::Alarm",
                                "CREATE_FAILED",
                                "No.",
                                null,
                                engines.clock.instant(),
                                0,
                                "It failed.",
                                Stream.of(Remedy.Action.values())
                                        .map(action -> new Remedy("Do it.", action))
                                        .toList())));
        engines.store.saveDraft(
                "1",
                TestDesk.ACCOUNT,
                Draft.of(engines.aurora, engines.aurora.presets().getFirst()).withSuffix("qa9"),
                "Alarms");
        pages.put("home", Navigator::home);
        pages.put("watch", to -> to.watch(running));
        pages.put("state", to -> to.situation(engines.key("billing-eu")));
        pages.put("drift", to -> to.drift(engines.key("prod2")));
        pages.put("deployment", to -> to.deployment(running.key()));
        pages.put("alarms", Navigator::alarms);
        pages.put("draft", to -> to.draft("1"));
    }

    private void go(Opened desk, Consumer<Navigator> page) {
        Screen.onFx(() -> page.accept(desk.to()));
        settle();
    }

    private static Stream<String> words(Parent root) {
        return root.lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase)
                .flatMap(node -> Stream.of(((ButtonBase) node).getText(), node.getAccessibleText()));
    }

    private static boolean changes(@Nullable String word) {
        return word != null && VERBS.stream().anyMatch(word::startsWith);
    }

    private static List<String> changing(Scene scene) {
        return Screen.call(
                () -> words(scene.getRoot()).filter(word -> changes(word)).toList());
    }

    private static List<String> hints(Scene scene) {
        return Labels.visible(scene.getRoot()).stream()
                .map(Labels.Shown::text)
                .filter(HINTS::contains)
                .toList();
    }

    @Test
    void noPageOffersAChange(Screen screen) {
        Opened desk = open(screen);

        pages.forEach((name, page) -> {
            go(desk, page);
            assertThat(changing(desk.scene())).as(name).isEmpty();
            screen.type("?");
            assertThat(hints(desk.scene())).as("keys of " + name).isEmpty();
            screen.press(KeyCode.ESCAPE);
        });
    }

    @Test
    void theMenuOfARowOffersToLookOnly(Screen screen) {
        Opened desk = open(screen);

        Screen.onFx(() -> desk.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> "Actions for prod1".equals(node.getAccessibleText()))
                .forEach(node -> ((ButtonBase) node).fire()));
        Screen.settle();
        List<String> offered = Screen.call(() -> Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .map(MenuItem::getText)
                .toList());
        screen.press(KeyCode.ESCAPE);

        assertThat(offered).contains("Watch", "State…").noneMatch(ReadOnlyDeskTest::changes);
    }

    @Test
    void noKeyChangesAnything(Screen screen) {
        Opened desk = open(screen);

        pages.forEach((name, page) -> {
            go(desk, page);
            KEYS.forEach(screen::press);
            settle();
            assertThat(engines.deployments.calls()).as(name).isEmpty();
            assertThat(desk.scene().lookup(".td-wizard") == null || name.equals("draft"))
                    .as("%s leads to no wizard", name)
                    .isTrue();
            assertThat(screen.shows("Put back")).as(name).isFalse();
        });
    }
}
