package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A newcomer's whole journey, on the real desk and the real engines over a sandbox, at 1000×1000. The sandbox's time
 * moves when a deployment waits, or when the test lets it; the desk's own clock ticks along, less often.
 */
@ExtendWith({Headless.class, FxWatchdog.class, SharedWorker.class})
class JourneyTest {
    private static final Pattern PROGRESS = Pattern.compile("(\\d+) of (\\d+) resources.*");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aNewcomerMakesAnEnvironmentAndSeesAnAlarmStartAndEnd(
            Theme.Choice theme, Screen screen, Synthesizer synthesizer, @TempDir Path folder) {
        try (Journey journey = new Journey(theme, screen, synthesizer, folder)) {
            journey.beginsWithNothing();
            journey.describes();
            journey.deploys();
            journey.watches();
            journey.comesHome();
        }
    }

    /** One newcomer at one desk. */
    private static final class Journey implements AutoCloseable {
        private final Theme.Choice theme;
        private final Screen screen;
        private final SandboxDesk desk;

        Journey(Theme.Choice theme, Screen screen, Synthesizer synthesizer, Path folder) {
            this.theme = theme;
            this.screen = screen;
            desk = new SandboxDesk(theme, screen, synthesizer, folder);
        }

        void beginsWithNothing() {
            assertThat(desk.reads("No environments yet"::equals)).isTrue();
            look("01-empty");
        }

        void describes() {
            desk.press(KeyCode.N);
            assertThat(desk.reads("Continue to What"::equals)).isTrue();
            look("02-where");
            desk.fire("Continue to What");
            look("03-what");
            desk.press(KeyCode.CONTROL, KeyCode.ENTER);

            desk.type("dev_1");
            assertThat(screen.shows("is not allowed")).isTrue();
            look("04-wrong-suffix");
            desk.type("dev");
            assertThat(screen.shows("is not allowed")).isFalse();
            assertThat(desk.reads(words -> words.matches("[\\d,.]+ m?s")))
                    .as("how long the template took")
                    .isTrue();
            look("05-size");

            desk.fire("Continue to Alarms");
            look("06-alarms");
            desk.pass(SandboxDesk.TICK);
            assertThat(desk.store().drafts()).as("the draft is kept").hasSize(1);
            desk.fire("Continue to Review");
            assertThat(desk.reads(words -> words.startsWith("The change set is not executed yet")))
                    .isTrue();
            look("07-review");
        }

        void deploys() {
            boolean[] seen = {false};
            desk.whileDeploying(() -> {
                if (!seen[0] && desk.reads(Journey::halfDone)) {
                    // What the desk asks meanwhile is answered meanwhile.
                    desk.settle();
                    seen[0] = screen.find(".td-badge").isVisible();
                    if (seen[0]) {
                        look("08-progress");
                    }
                }
            });
            desk.fire("Deploy");
            desk.whileDeploying(() -> {});
            assertThat(seen)
                    .as("progress was seen, and the rail said that something runs")
                    .containsExactly(true);
            assertThat(desk.reads("dev is up"::equals)).isTrue();
            look("09-up");
        }

        private static boolean halfDone(String words) {
            Matcher progress = PROGRESS.matcher(words);
            return progress.matches() && 2 * Integer.parseInt(progress.group(1)) >= Integer.parseInt(progress.group(2));
        }

        void watches() {
            desk.fire("Watch");
            desk.await("points in every chart", this::everyChartHasPoints);
            assertThat(rings()).isFalse();
            look("10-watch");
            desk.await("an alarm", this::rings);
            look("11-alarm");
            desk.await("the alarm's end", () -> !rings());
            assertThat(desk.reads("OK"::equals)).isTrue();
            assertThat(everyChartHasPoints()).isTrue();
            look("12-ok");
        }

        private boolean everyChartHasPoints() {
            List<String> charts = Screen.call(() -> screen.scene().getRoot().lookupAll(".td-chart-card").stream()
                    .map(card -> String.valueOf(card.getAccessibleText()))
                    .toList());
            return !charts.isEmpty() && charts.stream().allMatch(words -> words.contains(" now, from "));
        }

        private boolean rings() {
            return desk.reads(words -> words.startsWith("ALARM, "));
        }

        void comesHome() {
            desk.press(KeyCode.ALT, KeyCode.DIGIT1);
            desk.pass(Duration.ofMinutes(1));
            assertThat(desk.reads("dev"::equals)).isTrue();
            assertThat(screen.find(".td-badge").isVisible()).isFalse();
            assertThat(desk.store().drafts())
                    .as("what was deployed is no draft any more")
                    .isEmpty();
            look("13-home");
        }

        /** What is on screen is whole, and every control has a name. */
        private void look(String step) {
            Pictures.save(screen.scene(), "journey-" + step + "-" + theme.key());
            assertThat(Labels.truncated(screen.scene().getRoot())).as(step).isEmpty();
            assertThat(Labels.nameless(screen.scene().getRoot())).as(step).isEmpty();
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
