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
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.kit.VirtualBackground;
import io.tapdeck.desk.kit.VirtualClock;
import io.tapdeck.monitor.CloudWatchMonitor;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.synth.Synthesizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * The real desk and the real engines over a sandbox, at 1000×1000. The sandbox's time moves when a deployment waits, or when
 * the test lets it; the desk's own clock ticks along, less often.
 */
final class SandboxDesk implements AutoCloseable {
    /** Often enough for everything that the desk repeats. */
    static final Duration TICK = Duration.ofSeconds(1);

    /** The desk ticks this often by the sandbox's clock, as with a fast sandbox. */
    private static final Duration TICKS_WHILE_DEPLOYING = Duration.ofSeconds(15);

    /** As long as an alarm's period. */
    private static final Duration STEP = Duration.ofMinutes(5);

    /** After so much of the sandbox's time what is waited for will not come. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Screen screen;
    private final VirtualClock clock = new VirtualClock();
    private final VirtualClock ticks = new VirtualClock();
    private final VirtualBackground background = new VirtualBackground(ticks);
    private final Sandbox sandbox;
    private final AwsConnection connection;
    private final DeskServices services;
    private final Desk desk;
    private Runnable whileDeploying = () -> {};
    private Instant nextTick = Instant.MIN;

    SandboxDesk(Theme.Choice theme, Screen screen, Synthesizer synthesizer, Path folder) {
        this.screen = screen;
        sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock);
        Store store = Stores.open(folder, clock).store();
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
        services = new DeskServices(
                Blueprints.builtIn(),
                synthesizer,
                connection.session(),
                connection.clock(),
                new CloudFormationDeployments(connection, store, Blueprints.builtIn(), pace),
                new CloudWatchMonitor(connection, store),
                store,
                new TargetFiles(folder),
                new TestDesk().services().product(),
                "Sandbox",
                null,
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
        settle();
    }

    /** What is asked of AWS behind the desk's back. */
    AwsConnection connection() {
        return connection;
    }

    /** The engines of the desk. */
    DeskServices services() {
        return services;
    }

    Store store() {
        return services.store();
    }

    Desk desk() {
        return desk;
    }

    /** What a test does each time that a deployment waits. */
    void whileDeploying(Runnable task) {
        whileDeploying = task;
    }

    /** Does what the desk has asked for. */
    void settle() {
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

    /** Whether some text on screen is such. */
    boolean reads(Predicate<String> test) {
        return Labels.visible(screen.scene().getRoot()).stream()
                .map(Labels.Shown::text)
                .anyMatch(test);
    }

    /** Lets time pass until it is so. */
    void await(String what, BooleanSupplier condition) {
        Duration waited = Duration.ZERO;
        for (; !condition.getAsBoolean() && waited.compareTo(PATIENCE) < 0; waited = waited.plus(STEP)) {
            pass(STEP);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    /** So much of the sandbox's time passes, and the desk learns what it brought. */
    void pass(Duration time) {
        clock.advance(time);
        background.advance(TICK);
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        screen.press(keys);
        background.settle();
    }

    /** Replaces what stands in the field that has the focus. */
    void type(String text) {
        screen.press(KeyCode.CONTROL, KeyCode.A);
        screen.type(text);
        background.settle();
    }

    /** Presses the enabled button of that text; the foot of a page comes last. */
    void fire(String words) {
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
        services.store().close();
        sandbox.close();
    }
}
