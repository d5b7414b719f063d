package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deployment: the fold of its events.
 *
 * @param operation create, update or delete
 * @param stackStatus CloudFormation's, empty before the stack's first event
 * @param startedAt when the operation was accepted, or null before it was
 * @param resources in dependency order
 * @param log newest first
 * @param heardAt when AWS answered last, or null before the first answer
 * @param silentSince since when polls fail, or null
 * @param outcome how it ended, or null while it runs
 * @param endedAt when it ended, or null
 */
public record DeploymentState(
        Operation operation,
        String stackStatus,
        @Nullable Instant startedAt,
        List<ResourceProgress> resources,
        List<LogLine> log,
        @Nullable Instant heardAt,
        @Nullable Instant silentSince,
        @Nullable Outcome outcome,
        @Nullable Instant endedAt) {

    public DeploymentState {
        resources = List.copyOf(resources);
        log = List.copyOf(log);
    }

    /** Before the first event. */
    static DeploymentState before(Operation operation, List<PlannedResource> planned) {
        return new DeploymentState(
                operation,
                "",
                null,
                planned.stream().map(ResourceProgress::waiting).toList(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    /** After an event. */
    DeploymentState after(DeploymentEvent event) {
        return switch (event) {
            case DeploymentEvent.Started started ->
                new DeploymentState(
                        started.operation(),
                        stackStatus,
                        started.at(),
                        started.resources().stream()
                                .map(ResourceProgress::waiting)
                                .toList(),
                        log,
                        started.at(),
                        null,
                        null,
                        null);
            case ResourceMoved moved -> moved(moved);
            case DeploymentEvent.StackMoved moved ->
                new DeploymentState(
                        operation,
                        moved.status(),
                        startedAt,
                        moved.done() ? settled(moved) : resources,
                        logged(new LogLine(moved.at(), moved.status(), moved.stackName(), words(moved.reason()))),
                        heardAt,
                        silentSince,
                        outcome,
                        endedAt);
            case DeploymentEvent.Heard heard ->
                new DeploymentState(
                        operation, stackStatus, startedAt, resources, log, heard.at(), null, outcome, endedAt);
            case DeploymentEvent.NotHeard lost ->
                new DeploymentState(
                        operation,
                        stackStatus,
                        startedAt,
                        resources,
                        log,
                        heardAt,
                        silentSince == null ? lost.at() : silentSince,
                        outcome,
                        endedAt);
            case DeploymentEvent.WatchingAlarms watching ->
                new DeploymentState(
                        operation,
                        stackStatus,
                        startedAt,
                        resources,
                        logged(new LogLine(watching.at(), "Watching alarms", String.join(", ", watching.alarms()), "")),
                        heardAt,
                        silentSince,
                        outcome,
                        endedAt);
            case DeploymentEvent.Ended ended ->
                new DeploymentState(
                        operation,
                        ended.outcome() instanceof Outcome.Failed failed ? failed.status() : stackStatus,
                        startedAt,
                        resources.stream().map(ResourceProgress::ended).toList(),
                        log,
                        heardAt,
                        null,
                        ended.outcome(),
                        ended.at());
        };
    }

    private DeploymentState moved(ResourceMoved event) {
        List<ResourceProgress> all = new ArrayList<>(resources);
        int place = place(event.id());
        if (place < 0) {
            // Not in the plan, but it moves: it is shown like the others.
            all.add(ResourceProgress.waiting(new PlannedResource(
                    event.logicalId(),
                    event.logicalId(),
                    event.resourceType(),
                    List.of(),
                    Duration.ZERO,
                    Duration.ZERO,
                    event.part())));
            place = all.size() - 1;
        }
        all.set(place, all.get(place).after(event, operation, rollingBack()));
        String name = all.get(place).planned().displayName();
        return new DeploymentState(
                operation,
                stackStatus,
                startedAt,
                all,
                logged(new LogLine(event.at(), event.status(), name, words(event.reason()))),
                heardAt,
                silentSince,
                outcome,
                endedAt);
    }

    /** What was to follow another's change and did not have to move is done with its stack. */
    private List<ResourceProgress> settled(DeploymentEvent.StackMoved moved) {
        return resources.stream()
                .map(resource -> Objects.equals(resource.planned().part(), moved.part())
                        ? resource.settled(moved.at())
                        : resource)
                .toList();
    }

    private int place(String id) {
        for (int index = 0; index < resources.size(); index++) {
            if (resources.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    private List<LogLine> logged(LogLine line) {
        List<LogLine> all = new ArrayList<>(log);
        all.addFirst(line);
        return all;
    }

    private static String words(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    /** Whether the stack undoes what was done. */
    public boolean rollingBack() {
        return stackStatus.contains("ROLLBACK");
    }

    /** Whether it still runs, as far as is known. */
    public boolean running() {
        return outcome == null;
    }

    /** What a rollback left in the account without a stack: CloudFormation skips what its policy keeps. */
    List<ResourceProgress> kept() {
        return resources.stream()
                .filter(resource -> resource.phase() == Phase.UNDONE)
                .filter(resource -> resource.status().equals("DELETE_SKIPPED"))
                .toList();
    }

    /** How many resources stand there. */
    public long count(Phase phase) {
        return resources.stream().filter(resource -> resource.phase() == phase).count();
    }

    /** The resource of an {@linkplain PlannedResource#id id}. */
    public Optional<ResourceProgress> resource(String id) {
        int place = place(id);
        return place < 0 ? Optional.empty() : Optional.of(resources.get(place));
    }

    /** The resources that depend on one directly. */
    public List<ResourceProgress> heldUpBy(String id) {
        return resources.stream()
                .filter(resource -> resource.planned().dependsOn().contains(id))
                .toList();
    }
}
