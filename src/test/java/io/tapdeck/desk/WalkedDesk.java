package io.tapdeck.desk;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.shell.Rail;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.AlarmState.State;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/** A whole desk on environments of every kind, that leads to every page that there is and notes which were opened. */
final class WalkedDesk {
    /** The pages that begin or do a change. */
    static final Set<String> CHANGING = Set.of(
            "newEnvironment",
            "change",
            "tune",
            "retry",
            "again",
            "another",
            "restore",
            "adopt",
            "recover",
            "review",
            "deploy",
            "destroy");

    private static final String RUNNING = "qa7";
    private static final String FAILED = "prod2";

    final TestDesk engines = new TestDesk();
    private final Screen screen;
    private final Map<String, Consumer<Navigator>> ways = new LinkedHashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final Navigator desk;
    private final Scene scene;

    /** A desk on the screen, in a session that may change something, or in one that only reads. */
    WalkedDesk(Screen screen, boolean mayChange) {
        this.screen = screen;
        environments();
        ways();
        if (!mayChange) {
            engines.onlyReading();
        }
        OpenSessions sessions = new OpenSessions(engines.services());
        Background background = engines.background;
        Pages ended = Screen.call(() -> new DeskPages(sessions, background, engines.clock));
        Pages running = Screen.call(() -> new DeskPages(sessions, new NeverDone(background), engines.clock));
        Theme theme = Screen.call(() -> new Theme(Theme.Choice.LIGHT));
        Desk made = Screen.call(() -> new Desk(sessions, background, theme, noted(ended, running)));
        desk = made;
        scene = Screen.call(() -> {
            Scene shown = new Scene(made.root(), Screen.MOST, Screen.MOST);
            shown.getPreferences().setReducedMotion(true);
            theme.dress(shown);
            screen.show(shown, Screen.MOST, Screen.MOST);
            return shown;
        });
        settle();
    }

    private void environments() {
        engines.environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(4));
        engines.measure("prod1", 7.3, State.OK, State.ALARM, State.OK, State.OK);
        DeployedEnvironment failed = engines.environment(FAILED, "CREATE_COMPLETE", Duration.ofDays(2));
        engines.measure(FAILED, 2, State.OK, State.OK, State.OK, State.OK);
        engines.environment("billing-eu", "UPDATE_ROLLBACK_FAILED", Duration.ofMinutes(38));
        engines.measure("billing-eu", 1.5, State.OK, State.OK, State.OK, State.OK);
        DeployedEnvironment running = engines.environment(RUNNING, "UPDATE_IN_PROGRESS", Duration.ofMinutes(6));
        leave(Leftover.Kind.SHELL, "old1");
        leave(Leftover.Kind.PART, "old2");
        leave(Leftover.Kind.SEED, "old3");
        leave(Leftover.Kind.SNAPSHOT, "old4");
        engines.deployments.driftsAs(new Drift(
                engines.key(FAILED),
                engines.clock.instant(),
                List.of(new Drift.DriftedResource(
                        null, "Alarm", "Alarm", "AWS::CloudWatch::Alarm", "alarm-1", true, List.of())),
                List.of()));
        StackState stuck = new StackState("UPDATE_ROLLBACK_FAILED");
        EnvironmentKey billing = engines.key("billing-eu");
        engines.deployments.stands(new Situation(
                billing,
                List.of(new Situation.StackSituation(
                        null,
                        billing.stackName(),
                        "arn:stuck",
                        stuck,
                        engines.clock.instant(),
                        null,
                        List.of(),
                        stuck.actions()))));
        engines.deployments.play(
                List.of(
                        new DeploymentEvent.Started(
                                engines.clock.instant(),
                                Operation.UPDATE,
                                running.stackName(),
                                running.stackId(),
                                List.of()),
                        new DeploymentEvent.StackMoved(
                                engines.clock.instant(), "1", running.stackName(), "UPDATE_IN_PROGRESS", null, null)),
                new Outcome.Failed(
                        failed.stackName(),
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
    }

    private void keepDraft() {
        engines.store.saveDraft(
                "1",
                TestDesk.ACCOUNT,
                Draft.of(engines.aurora, engines.aurora.presets().getFirst()).withSuffix("qa9"),
                "Alarms");
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

    private void ways() {
        for (Page.Section section : Page.Section.values()) {
            ways.put("section " + section, to -> section(section));
        }
        ways.put("draft", to -> to.draft("1", TestDesk.ACCOUNT));
        ways.put("draft that is gone", to -> to.draft("2", null));
        ways.put("situation", to -> to.situation(engines.key("billing-eu")));
        ways.put("drift", to -> to.drift(engines.key(FAILED)));
        ways.put("deployment", to -> to.deployment(engines.key(FAILED)));
        ways.put("deployment that runs", to -> to.deployment(engines.key(RUNNING)));
        ways.put("watch", to -> to.watch(engines.deployments.standing("prod1")));
        ways.put(
                "compare",
                to -> to.compare(engines.deployments.standing("prod1"), engines.deployments.standing(FAILED)));
    }

    private void section(Page.Section section) {
        scene.getRoot().lookupAll(".td-rail-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(Rail.words(section)))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private Pages noted(Pages ended, Pages running) {
        return (Pages) Proxy.newProxyInstance(
                Pages.class.getClassLoader(), new Class<?>[] {Pages.class}, (proxy, method, arguments) -> {
                    opened.add(method.getName());
                    boolean runs = method.getName().equals("deployment") && arguments[1].equals(engines.key(RUNNING));
                    try {
                        return method.invoke(runs ? running : ended, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The names of the methods by which the desk gets its pages. */
    static Set<String> kinds() {
        return Stream.of(Pages.class.getMethods())
                .filter(method -> method.getReturnType().equals(Page.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every way to a page that only shows something, by its name. */
    List<String> places() {
        return List.copyOf(ways.keySet());
    }

    /** Goes to a page, and forgets what was opened before. */
    void go(String place) {
        keepDraft();
        Screen.onFx(() -> Objects.requireNonNull(ways.get(place)).accept(desk));
        settle();
        opened.clear();
    }

    /** The pages opened and the calls made since, if they change something. */
    Set<String> changed() {
        Set<String> changed = new TreeSet<>(engines.deployments.calls());
        opened.stream().filter(CHANGING::contains).forEach(changed::add);
        return changed;
    }

    Scene scene() {
        return scene;
    }

    /** Lets all that was begun end. */
    void settle() {
        Screen.settle();
        engines.background.settle();
        Screen.settle();
    }

    Screen screen() {
        return screen;
    }

    /** Work is done and its events are heard, but it does not end. */
    private record NeverDone(Background background) implements Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            background.run(work, done -> {}, failed -> {});
        }

        @Override
        public void onScreen(Runnable update) {
            background.onScreen(update);
        }

        @Override
        public Repeating every(Duration interval, Runnable task) {
            return background.every(interval, task);
        }

        @Override
        public InstantSource localClock() {
            return background.localClock();
        }
    }
}
