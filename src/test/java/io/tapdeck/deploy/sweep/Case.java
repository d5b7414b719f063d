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
        String what = "%s with %s at call %d, %s".formatted(operation, fault, at, call);
        run(what, number -> number == at ? fault : null);
        assertThat(line.calls().get(at)).as(what).hasToString(call.toString());
    }

    private void run(String what, IntFunction<@Nullable Fault> faults) {
        line.script(faults);
        Outcome outcome = attempt(what);
        if (outcome == null) {
            // It never began, and nothing that is left of the attempt stands in the way.
            outcome = attempt(what + ", then again");
        }
        assertThat(outcome).as(what).isNotNull();
        assertThat(truth.accepted().isEmpty() ? truth.status(Swept.ENVIRONMENT.stackName()) : last())
                .as("%s: the status of the stack", what)
                .isEqualTo(operation.undisturbed());
    }

    private String last() {
        return truth.accepted().getLast().status();
    }

    private @Nullable Outcome attempt(String what) {
        Outcome outcome = perform(what);
        List<Truth.Accepted> accepted = truth.accepted();
        if (outcome == null) {
            assertThat(accepted).as("%s: executions that nobody reported", what).isEmpty();
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
        assertThat(truth.leftovers()).as("%s: what is left", what).isEmpty();
        return outcome;
    }

    private @Nullable Outcome perform(String what) {
        try {
            return administrator.perform(operation);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    /** Each event once and in order, by AWS's times; only a process that died may miss the rest. */
    private void assertTold(String what, List<Truth.Accepted> accepted) {
        Map<String, Instant> all = new LinkedHashMap<>();
        accepted.forEach(one -> one.events().forEach(event -> all.put(event.eventId(), event.timestamp())));
        List<List<DeploymentEvent>> processes = administrator.told();
        for (int number = 0; number < processes.size(); number++) {
            List<DeploymentEvent> process = processes.get(number);
            List<String> told =
                    process.stream().flatMap(event -> id(event).stream()).toList();
            boolean last = number == processes.size() - 1;
            Instant until = last || told.isEmpty() ? Instant.MAX : all.getOrDefault(told.getLast(), Instant.MAX);
            List<String> due = all.entrySet().stream()
                    .filter(event -> last || event.getValue().isBefore(until))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(told)
                    .as("%s: the events that were told", what)
                    .doesNotHaveDuplicates()
                    .containsAll(due)
                    .isSubsetOf(all.keySet());
            assertThat(told.stream().map(id -> all.getOrDefault(id, Instant.MIN)))
                    .as("%s: the times of the events that were told", what)
                    .isSorted();
            assertThat(process)
                    .as("%s: ends", what)
                    .filteredOn(DeploymentEvent.Ended.class::isInstance)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Optional<String> id(DeploymentEvent event) {
        return switch (event) {
            case DeploymentEvent.ResourceMoved moved -> Optional.of(moved.eventId());
            case DeploymentEvent.StackMoved moved -> Optional.of(moved.eventId());
            default -> Optional.empty();
        };
    }
}
