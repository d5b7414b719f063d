package io.tapdeck.cli;

import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recovery takes away for good, in sentences. */
final class RecoveryLosses {
    private final Deployments deployments;
    private final Situation situation;
    private @Nullable List<String> destroyed;

    RecoveryLosses(Deployments deployments, Situation situation) {
        this.deployments = deployments;
        this.situation = situation;
    }

    /** Whether an action takes more than a yes. */
    boolean possible(StackSituation stack, StackAction action) {
        return switch (action) {
            case DELETE, DELETE_RETAINING, FORCE_DELETE ->
                situation.deletesEmpty(stack).isEmpty();
            case ROLL_BACK -> stack.state().removedByRollBack();
            case CREATE, UPDATE, FOLLOW, CANCEL_UPDATE, CONTINUE_ROLLBACK -> false;
        };
    }

    /** What an action loses; empty where it loses nothing. */
    List<String> of(StackSituation stack, StackAction action) {
        if (!possible(stack, action)) {
            return List.of();
        }
        if (action == StackAction.ROLL_BACK) {
            return List.of("Everything in %s is deleted, also what is otherwise kept.".formatted(stack.stackName()));
        }
        return stack.part() == null
                ? destroyed()
                : List.of("What %s still holds is deleted, except for what its template keeps."
                        .formatted(stack.stackName()));
    }

    private List<String> destroyed() {
        if (destroyed == null) {
            destroyed = DestroyText.lines(deployments.previewDestroy(situation.environment()));
        }
        return destroyed;
    }
}
