package io.tapdeck.deploy.follow;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an operation on several stacks ends when the turn of one of them never comes. Before the first stack a refusal is
 * thrown; after it, events have been told, and so the refusal is told as the end.
 *
 * @param part the stack; null for the environment's own
 * @param again what takes up the rest
 */
public record NotStarted(String stackName, @Nullable Part part, Supplier<Instant> clock, String again) {

    /** Runs a later stack's work. */
    public Ended orEnd(Supplier<Ended> work) {
        try {
            return work.get();
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException e) {
            return end(
                    String.valueOf(e.getMessage()),
                    List.of(Remedy.elsewhere(e.remedy()), new Remedy(again, Remedy.Action.DEPLOY_AGAIN)));
        } catch (AwsException e) {
            return end(
                    String.valueOf(e.getMessage()),
                    List.of(Remedy.elsewhere(e.remedy()), new Remedy(again, Remedy.Action.DEPLOY_AGAIN)));
        }
    }

    public Ended end(String reason, List<Remedy> remedies) {
        Instant now = clock.get();
        RootCause cause = new RootCause(
                stackName,
                StackEvents.STACK,
                Outcome.Failed.NOT_STARTED,
                reason,
                null,
                now,
                1,
                "This stack's turn never came; what came before it is done.",
                remedies,
                part);
        return new Ended(now, new Outcome.Failed(stackName, Outcome.Failed.NOT_STARTED, cause));
    }
}
