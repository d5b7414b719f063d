package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.Arrivals;
import io.tapdeck.deploy.journal.Story;
import io.tapdeck.deploy.journal.Story.Made;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.Shells;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Clears away what an operation has made and never executed: change sets, and the stacks that they made for themselves. The
 * journal knows what there may be, AWS what there is; so it can be cut off anywhere and done again.
 */
public final class Clearing {
    private static final Duration POLL = Duration.ofSeconds(1);
    /** How often a read may be older than the write before it, before it is believed. */
    private static final int STALE_READS = 10;

    private final StackRegions regions;

    public Clearing(StackRegions regions) {
        this.regions = regions;
    }

    /**
     * Clears away.
     *
     * @throws DeployException if AWS refuses
     */
    void clear(Undertaking undertaking) {
        Story story = Story.of(regions.own().logbook().of(undertaking.id()));
        for (Made made : story.left().reversed()) {
            clear(undertaking, made);
        }
        story.removals().forEach(line -> awaitEnd(regions.in(line.region()), String.valueOf(line.stackId())));
    }

    /** A stack that still goes would stand in the way of the next operation. */
    private static void awaitEnd(StackRegion region, String stackId) {
        while (region.stacks()
                .find(stackId)
                .filter(stack -> stack.stackStatusAsString().equals("DELETE_IN_PROGRESS"))
                .isPresent()) {
            region.calls().pause(POLL);
        }
    }

    private void clear(Undertaking undertaking, Made made) {
        StackRegion region = regions.in(made.region());
        if (!made.deleted()) {
            Optional<ExecutionStatus> status = status(region, made);
            if (status.isPresent()) {
                if (!executed(status.get())) {
                    region.changeSets().discardNamed(undertaking, made.changeSet(), made.stackName());
                }
                return;
            }
        }
        region.stacks()
                .find(made.stackName())
                .filter(Shells::is)
                .map(Stack::stackId)
                .ifPresent(stackId -> region.changeSets().removeShell(undertaking, stackId, made.changeSet()));
    }

    /** A change set that was made just before the process died may not be read yet. */
    private static Optional<ExecutionStatus> status(StackRegion region, Made made) {
        Arrivals arrivals = new Arrivals(region.client(), region.calls());
        for (int left = STALE_READS; ; left--) {
            Optional<ExecutionStatus> status = arrivals.status(made.changeSet(), made.stackName());
            if (status.isPresent() || left == 0) {
                return status;
            }
            region.calls().pause(POLL);
        }
    }

    /** By somebody else, in the console: then it is history, and AWS keeps it. */
    private static boolean executed(ExecutionStatus status) {
        return status == ExecutionStatus.EXECUTE_IN_PROGRESS || status == ExecutionStatus.EXECUTE_COMPLETE;
    }
}
