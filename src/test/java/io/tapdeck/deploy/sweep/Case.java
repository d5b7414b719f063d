package io.tapdeck.deploy.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One operation under one script of faults, and what must be true of it. */
final class Case {
    /** Each fault can spoil one. */
    private static final int ATTEMPTS = 6;

    private final Swept operation;
    private final World world = new World();
    private final Line line = new Line(world);
    private final Administrator administrator;
    private final Truth truth;

    Case(Swept operation) {
        this.operation = operation;
        administrator = new Administrator(world, line);
        operation.prepare(world, administrator.deployments());
        world.pass(Duration.ofHours(1));
        Instant begins = world.now();
        truth = new Truth(world, begins);
    }

    /** The calls that the operation makes when nothing disturbs it; holds it to how it should end. */
    List<Call> undisturbed() {
        run("undisturbed", number -> null);
        return line.calls();
    }

    /**
     * Runs it with one fault.
     *
     * @param at the number of the call, from 0
     * @param call which one that is when nothing disturbs it
     */
    void with(Fault fault, int at, Call call) {
        Duration absence = at % 2 == 0 ? Duration.ZERO : Duration.ofHours(1);
        administrator.staysAway(absence);
        String what = "%s with %s at call %d, %s%s"
                .formatted(operation, fault, at, call, fault.kills() ? ", back after " + absence : "");
        run(what, number -> number == at ? fault : null);
        assertThat(line.calls().get(at)).as(what).hasToString(call.toString());
        if (!fault.kills()) {
            assertThat(administrator.tellings())
                    .as("%s: what has started goes on to its end", what)
                    .filteredOn(Administrator.Telling::started)
                    .noneMatch(telling -> notDone(telling.outcome()));
        }
    }

    /**
     * Runs it with several faults.
     *
     * @param faults by the numbers of the calls, from 0
     * @return the calls that were made
     */
    List<Call> with(Map<Integer, Fault> faults) {
        run("%s with %s".formatted(operation, faults), faults::get);
        return line.calls();
    }

    private void run(String what, IntFunction<@Nullable Fault> faults) {
        line.script(faults);
        Outcome outcome = attempt(what);
        for (int again = 0; notDone(outcome) && again < ATTEMPTS; again++) {
            // Nothing that is left of an attempt stands in the way of another.
            outcome = attempt(what + ", then again");
        }
        assertThat(outcome).as(what).isNotNull();
        assertThat(leftOut(outcome))
                .as("%s: what is skipped or left, by name", what)
                .isEqualTo(operation.leftOut());
        assertThat(truth.accepted().isEmpty() ? truth.status(Swept.ENVIRONMENT.stackName()) : last())
                .as("%s: the status of the stack", what)
                .isEqualTo(operation.undisturbed());
    }

    private static List<String> leftOut(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.RolledBack back -> back.skipped();
            case Outcome.Gone gone ->
                gone.orphans().stream().map(Outcome.Orphan::displayName).toList();
            case null, default -> List.of();
        };
    }

    private static boolean notDone(@Nullable Outcome outcome) {
        return outcome == null
                || (outcome instanceof Outcome.Failed failed && failed.status().equals(Outcome.Failed.NOT_STARTED));
    }

    private String last() {
        return truth.accepted().getLast().status();
    }

    private @Nullable Outcome attempt(String what) {
        int before = truth.accepted().size();
        Outcome outcome = perform(what);
        List<Truth.Accepted> accepted = truth.accepted();
        if (outcome == null) {
            assertThat(accepted).as("%s: executions that nobody reported", what).hasSize(before);
        } else {
            assertThat(truth.confirms(outcome))
                    .as("%s: reported %s, and really %s", what, outcome, accepted)
                    .isTrue();
        }
        assertThat(accepted)
                .as("%s: executions by stack", what)
                .extracting(Truth.Accepted::stackName)
                .doesNotHaveDuplicates();
        assertThat(accepted)
                .as("%s: request tokens", what)
                .extracting(Truth.Accepted::token)
                .doesNotHaveDuplicates();
        assertTold(what, accepted);
        assertThat(administrator.unfinished())
                .as("%s: operations without an end in the journal", what)
                .isEmpty();
        assertThat(administrator.free()).as("%s: the environment is free", what).isTrue();
        assertThat(truth.leftovers()).as("%s: what is left", what).isEmpty();
        return outcome;
    }

    private @Nullable Outcome perform(String what) {
        try {
            return administrator.perform(operation);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(what, e);
        }
    }

    /**
     * Each event once and in order, by AWS's times. What a process told that died may break off; then the one after it tells
     * the same from its beginning.
     */
    private void assertTold(String what, List<Truth.Accepted> accepted) {
        Map<String, Instant> times = new LinkedHashMap<>();
        accepted.forEach(one -> times.putAll(one.times()));
        for (Administrator.Telling telling : administrator.tellings()) {
            List<String> told = ids(telling);
            assertThat(told)
                    .as("%s: the events that were told", what)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(times.keySet());
            assertThat(told.stream().map(id -> times.getOrDefault(id, Instant.MIN)))
                    .as("%s: the times of the events that were told", what)
                    .isSorted();
            assertThat(telling.events())
                    .as("%s: ends", what)
                    .filteredOn(DeploymentEvent.Ended.class::isInstance)
                    .hasSizeBetween(telling.outcome() == null ? 0 : 1, 1);
        }
        for (Truth.Accepted one : accepted) {
            assertThat(administrator.tellings())
                    .as("%s: some telling has all events of %s", what, one.stackName())
                    .anyMatch(telling -> ids(telling).containsAll(one.times().keySet()));
        }
    }

    private static List<String> ids(Administrator.Telling telling) {
        return telling.events().stream().flatMap(event -> id(event).stream()).toList();
    }

    private static Optional<String> id(DeploymentEvent event) {
        return switch (event) {
            case DeploymentEvent.ResourceMoved moved -> Optional.of(moved.eventId());
            case DeploymentEvent.StackMoved moved -> Optional.of(moved.eventId());
            default -> Optional.empty();
        };
    }
}
