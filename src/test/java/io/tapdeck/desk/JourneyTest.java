package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.Target;
import io.tapdeck.aws.identitycenter.TokenCache;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.VirtualBackground;
import io.tapdeck.desk.kit.VirtualClock;
import io.tapdeck.monitor.CloudWatchMonitor;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * A newcomer's whole journey, on the real desk and the real engines over a sandbox, at 1000×1000. The sandbox's time
 * moves when a deployment waits, or when the test lets it; the desk's own clock ticks along, less often.
 */
@ExtendWith({Headless.class, FxWatchdog.class, SharedWorker.class})
class JourneyTest {
    private static final Pattern PROGRESS = Pattern.compile("(\\d+) of (\\d+) resources.*");

    /** Often enough for everything that the desk repeats. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** The desk ticks this often by the sandbox's clock, as with a fast sandbox. */
    private static final Duration TICKS_WHILE_DEPLOYING = Duration.ofSeconds(15);

    /** As long as an alarm's period. */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** After so much of the sandbox's time what is waited for will not come. */
    private static final Duration PATIENCE = Duration.ofHours(12);

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
        private final VirtualClock clock = new VirtualClock();
        private final VirtualClock ticks = new VirtualClock();
        private final VirtualBackground background = new VirtualBackground(ticks);
        private final Sandbox sandbox;
        private final Store store;
        private final AwsConnection connection;
        private final Desk desk;
        private Runnable whileDeploying = () -> {};
        private Instant nextTick = Instant.MIN;

        Journey(Theme.Choice theme, Screen screen, Synthesizer synthesizer, Path folder) {
            this.theme = theme;
            this.screen = screen;
            sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock);
            store = Stores.open(folder, clock).store();
            connection = new AwsConnections(
                            clock,
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                    .backoffStrategy(BackoffStrategy.retryImmediately())
                                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                    .build(),
                            () -> ProfileFile.aggregator().build(),
                            name -> Optional.empty(),
                            new TokenCache(Path.of("no-sign-ins"), Thread::sleep))
                    .open(Target.sandbox(sandbox.endpoint()));
            Pace pace = this::deploymentWaits;
            DeskServices services = new DeskServices(
                    Blueprints.builtIn(),
                    synthesizer,
                    connection.session(),
                    connection.clock(),
                    new CloudFormationDeployments(connection, store, Blueprints.builtIn(), pace),
                    new CloudWatchMonitor(connection, store),
                    store,
                    new TargetFiles(folder),
                    "Sandbox",
                    List.of());
            desk = Screen.call(() -> {
                Theme dressed = new Theme(theme);
                OpenSessions sessions = new OpenSessions(services);
                Desk made = new Desk(sessions, background, dressed, new DeskPages(sessions, background, ticks));
                Scene scene = new Scene(made.root(), Screen.MOST, Screen.MOST);
                scene.getPreferences().setReducedMotion(true);
                dressed.dress(scene);
                screen.show(scene, Screen.MOST, Screen.MOST);
                return made;
            });
            background.settle();
        }

        private void deploymentWaits(Duration time) {
            // A waiter may oversleep: fewer polls, the same end.
            clock.advance(time.multipliedBy(5));
            if (!clock.instant().isBefore(nextTick)) {
                nextTick = clock.instant().plus(TICKS_WHILE_DEPLOYING);
                ticks.advance(TICK);
                whileDeploying.run();
            }
        }

        void beginsWithNothing() {
            assertThat(reads("No environments yet"::equals)).isTrue();
            look("01-empty");
        }

        void describes() {
            press(KeyCode.N);
            assertThat(reads("Continue to What"::equals)).isTrue();
            look("02-where");
            fire("Continue to What");
            look("03-what");
            press(KeyCode.CONTROL, KeyCode.ENTER);

            type("dev_1");
            assertThat(screen.shows("is not allowed")).isTrue();
            look("04-wrong-suffix");
            type("dev");
            assertThat(screen.shows("is not allowed")).isFalse();
            assertThat(reads(words -> words.matches("[\\d,.]+ m?s")))
                    .as("how long the template took")
                    .isTrue();
            look("05-size");

            fire("Continue to Alarms");
            look("06-alarms");
            pass(TICK);
            assertThat(store.drafts()).as("the draft is kept").hasSize(1);
            fire("Continue to Review");
            assertThat(reads(words -> words.startsWith("The change set is not executed yet")))
                    .isTrue();
            look("07-review");
        }

        void deploys() {
            boolean[] seen = {false};
            whileDeploying = () -> {
                if (!seen[0] && reads(Journey::halfDone)) {
                    // What the desk asks meanwhile is answered meanwhile.
                    background.settle();
                    seen[0] = screen.find(".td-badge").isVisible();
                    if (seen[0]) {
                        look("08-progress");
                    }
                }
            };
            fire("Deploy");
            whileDeploying = () -> {};
            assertThat(seen)
                    .as("progress was seen, and the rail said that something runs")
                    .containsExactly(true);
            assertThat(reads("dev is up"::equals)).isTrue();
            look("09-up");
        }

        private static boolean halfDone(String words) {
            Matcher progress = PROGRESS.matcher(words);
            return progress.matches() && 2 * Integer.parseInt(progress.group(1)) >= Integer.parseInt(progress.group(2));
        }

        void watches() {
            fire("Watch");
            await("points in every chart", this::everyChartHasPoints);
            assertThat(rings()).isFalse();
            look("10-watch");
            await("an alarm", this::rings);
            look("11-alarm");
            await("the alarm's end", () -> !rings());
            assertThat(reads("OK"::equals)).isTrue();
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
            return reads(words -> words.startsWith("ALARM, "));
        }

        void comesHome() {
            press(KeyCode.ALT, KeyCode.DIGIT1);
            pass(Duration.ofMinutes(1));
            assertThat(reads("dev"::equals)).isTrue();
            assertThat(screen.find(".td-badge").isVisible()).isFalse();
            assertThat(store.drafts())
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

        private boolean reads(Predicate<String> test) {
            return Labels.visible(screen.scene().getRoot()).stream()
                    .map(Labels.Shown::text)
                    .anyMatch(test);
        }

        private void await(String what, BooleanSupplier condition) {
            Duration waited = Duration.ZERO;
            for (; !condition.getAsBoolean() && waited.compareTo(PATIENCE) < 0; waited = waited.plus(STEP)) {
                pass(STEP);
            }
            assertThat(condition.getAsBoolean()).as(what).isTrue();
        }

        /** So much of the sandbox's time passes, and the desk learns what it brought. */
        private void pass(Duration time) {
            clock.advance(time);
            background.advance(TICK);
        }

        private void press(KeyCode... keys) {
            screen.press(keys);
            background.settle();
        }

        /** Replaces what stands in the field that has the focus. */
        private void type(String text) {
            screen.press(KeyCode.CONTROL, KeyCode.A);
            screen.type(text);
            background.settle();
        }

        /** Presses the enabled button of that text; the foot of a page comes last. */
        private void fire(String words) {
            ButtonBase button = Labels.visible(screen.scene().getRoot()).stream()
                    .filter(shown -> shown.text().equals(words))
                    .map(Labels.Shown::node)
                    .filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(candidate -> !candidate.isDisabled())
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new AssertionError("no button “" + words + "”"));
            Screen.onFx(button::fire);
            background.settle();
        }

        @Override
        public void close() {
            Screen.onFx(desk::close);
            connection.close();
            store.close();
            sandbox.close();
        }
    }
}
