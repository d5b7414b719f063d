package io.tapdeck.deploy.follow;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.DeploymentEvent.WatchingAlarms;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells when nothing but the alarms is left of an update: its resources are complete, and CloudFormation keeps the stack in
 * progress for as long as it watches (user guide, "Roll back your CloudFormation stack on alarm breach").
 */
public final class WatchTime implements DeploymentListener {
    private final StackReview stack;
    private final DeploymentListener listener;
    private final Set<String> awaited;

    private WatchTime(StackReview stack, DeploymentListener listener) {
        this.stack = stack;
        this.listener = listener;
        this.awaited = stack.changes().stream()
                .filter(WatchTime::movesBefore)
                .map(change -> Part.id(stack.part(), change.logicalId()))
                .collect(Collectors.toSet());
    }

    /** A listener that also hears of the watch time, if the stack has any. */
    public static DeploymentListener over(StackReview stack, DeploymentListener listener) {
        return stack.rollback().watchTime().isZero() ? listener : new WatchTime(stack, listener);
    }

    /** What is removed goes after the watch time; what only follows may never move. */
    private static boolean movesBefore(ResourceChange change) {
        boolean removed = change.risk() == Risk.REMOVED
                || (change.risk() == Risk.DATA_LOST && change.properties().isEmpty());
        return !removed && change.risk() != Risk.FOLLOWS;
    }

    @Override
    public void on(DeploymentEvent event) {
        listener.on(event);
        if (event instanceof StackMoved moved && moved.status().contains("ROLLBACK")) {
            awaited.clear();
        }
        boolean last = event instanceof ResourceMoved moved
                && moved.status().endsWith("_COMPLETE")
                && awaited.remove(moved.id())
                && awaited.isEmpty();
        if (last) {
            listener.on(new WatchingAlarms(
                    event.at(),
                    event.at().plus(stack.rollback().watchTime()),
                    stack.rollback().alarms().stream()
                            .map(RollbackTriggers.Alarm::name)
                            .toList(),
                    stack.part()));
        }
    }
}
