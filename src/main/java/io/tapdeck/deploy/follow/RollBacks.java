package io.tapdeck.deploy.follow;

import io.tapdeck.deploy.Outcome;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The end of a stack that was told to go back: what is a failure elsewhere is what was asked for. */
public final class RollBacks {
    private static final Set<String> CALLS = Set.of("ContinueUpdateRollback", "RollbackStack", "CancelUpdateStack");

    private RollBacks() {}

    /** Whether a call of AWS's API asks for the way back. */
    public static boolean asks(String call) {
        return CALLS.contains(call);
    }

    /**
     * The end as it is meant by who asked for the way back.
     *
     * @param skipped display names of what was left as it is
     * @param cleared asked where the creation of a stack was rolled back, so that nothing is left in it: takes the stack away
     *     as well, if it may; whether it is gone
     */
    public static Outcome told(Outcome followed, List<String> skipped, BooleanSupplier cleared) {
        if (!(followed instanceof Outcome.Failed failed)) {
            return followed;
        }
        return switch (failed.status()) {
            case "UPDATE_ROLLBACK_COMPLETE" -> new Outcome.RolledBack(failed.stackName(), skipped);
            case "DELETE_COMPLETE" -> new Outcome.Gone(failed.stackName());
            case "ROLLBACK_COMPLETE" -> cleared.getAsBoolean() ? new Outcome.Gone(failed.stackName()) : failed;
            default -> failed;
        };
    }
}
