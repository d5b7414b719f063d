package io.tapdeck.deploy.follow;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.Outcome;
import java.util.List;
import java.util.Set;

/** The end of a stack that was told to go back: what is a failure elsewhere is what was asked for. */
public final class RollBacks {
    private static final Set<String> CALLS = Set.of("ContinueUpdateRollback", "RollbackStack", "CancelUpdateStack");
    private static final String BACK = "UPDATE_ROLLBACK_COMPLETE";

    private RollBacks() {}

    /** The end as it is meant by the call that brought it about. */
    public static Ended told(String call, Ended ended) {
        return CALLS.contains(call)
                        && ended.outcome() instanceof Outcome.Failed failed
                        && failed.status().equals(BACK)
                ? new Ended(ended.at(), new Outcome.RolledBack(failed.stackName(), List.of()))
                : ended;
    }
}
