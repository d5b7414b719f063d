package io.tapdeck.deploy.recovery;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.diagnosis.Diagnosis;
import io.tapdeck.deploy.diagnosis.NestedStacks;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * What a stack's events tell of its last operation. A rollback is a phase of the operation that failed; one that was
 * continued is the last of several.
 *
 * @param events from the operation's first on, oldest first
 */
public record LastOperation(List<StackEvent> events) {
    /** What a stack's own events begin with when somebody asks for something (user guide, "Stack status codes"). */
    private static final Set<String> BEGINNINGS = Set.of(
            "REVIEW_IN_PROGRESS",
            "CREATE_IN_PROGRESS",
            "UPDATE_IN_PROGRESS",
            "DELETE_IN_PROGRESS",
            "IMPORT_IN_PROGRESS");

    /** The phase that a state of failure is the end of. */
    private static final Map<String, String> PHASES = Map.of(
            "ROLLBACK_FAILED", "ROLLBACK_IN_PROGRESS",
            "UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_IN_PROGRESS",
            "IMPORT_ROLLBACK_FAILED", "IMPORT_ROLLBACK_IN_PROGRESS");

    public LastOperation {
        events = List.copyOf(events);
    }

    /** Reads a stack's events back to where its last operation began. */
    static LastOperation of(StackRegion region, String stackId) {
        List<StackEvent> read =
                region.calls().call(() -> new StackEvents(region.client()).backTo(LastOperation::begins, stackId));
        return new LastOperation(since(read, LastOperation::begins));
    }

    private static boolean begins(StackEvent event) {
        return StackEvents.ofStack(event) && BEGINNINGS.contains(event.resourceStatusAsString());
    }

    /** The last of the stack's own events with that status. */
    Optional<StackEvent> reached(String status) {
        return events.reversed().stream()
                .filter(StackEvents::ofStack)
                .filter(event -> event.resourceStatusAsString().equals(status))
                .findFirst();
    }

    /** The events of the phase that ended in a state: of a rollback that failed those of its last try. */
    List<StackEvent> phase(String status) {
        String beginning = PHASES.get(status);
        return beginning == null
                ? events
                : since(
                        events,
                        event -> StackEvents.ofStack(event)
                                && event.resourceStatusAsString().equals(beginning));
    }

    /**
     * What a rollback has to bring back from a state: the types of everything that has moved, by logical id, but for what the
     * last try of a rollback has finished.
     */
    Map<String, String> moved(String status) {
        Map<String, String> moved = new LinkedHashMap<>();
        for (StackEvent event : events) {
            if (!StackEvents.ofStack(event)) {
                moved.put(event.logicalResourceId(), event.resourceType());
            }
        }
        if (PHASES.containsKey(status)) {
            for (StackEvent event : phase(status)) {
                if (event.resourceStatusAsString().endsWith("_COMPLETE")) {
                    moved.remove(event.logicalResourceId());
                }
            }
        }
        return moved;
    }

    /** When the newest event happened; empty if there is none. */
    Optional<Instant> newest() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().timestamp());
    }

    /** Why a stack is in a state: the first real failure of the phase that ended so, else of the whole operation. */
    RootCause cause(Stand stand, StackRegion region) {
        List<DeploymentEvent> phase = told(phase(stand.status()), stand.part());
        boolean tells = phase.stream()
                .anyMatch(event ->
                        event instanceof ResourceMoved moved && moved.status().endsWith("_FAILED"));
        List<DeploymentEvent> counted = tells ? phase : told(events, stand.part());
        Instant began = events.isEmpty() ? stand.since() : events.getFirst().timestamp();
        return Diagnosis.of(
                stand.stackName(),
                stand.part(),
                counted,
                stand.status(),
                stand.since(),
                NestedStacks.of(region.calls(), new StackEvents(region.client()), began, stand.part()));
    }

    /** A stack in a state. */
    record Stand(String stackName, @Nullable Part part, String status, Instant since) {}

    private static List<DeploymentEvent> told(List<StackEvent> events, @Nullable Part part) {
        return events.stream().map(event -> StackEvents.told(event, part)).toList();
    }

    private static List<StackEvent> since(List<StackEvent> events, Predicate<StackEvent> beginning) {
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            if (beginning.test(events.get(i))) {
                from = i;
            }
        }
        return events.subList(from, events.size());
    }
}
