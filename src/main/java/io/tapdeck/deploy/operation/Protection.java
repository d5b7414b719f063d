package io.tapdeck.deploy.operation;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.deploy.StackReview.TerminationProtection;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.Logbook;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the termination protection of stacks that are up: an update cannot carry it (API reference, UpdateTerminationProtection). */
public final class Protection {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final StackRegion region;
    private final Undertaking undertaking;

    Protection(StackRegion region, Undertaking undertaking) {
        this.region = region;
        this.undertaking = undertaking;
    }

    /** Writes down what {@link #set} will come to, for whoever resumes the operation: no template and no change set says it. */
    void plan(StackReview review) {
        region.logbook()
                .announce(
                        undertaking,
                        Kind.PLANNED,
                        new Logbook.Call(
                                StackWrites.TERMINATION_PROTECTION, review.stackName(), review.stackId(), null, null),
                        review.terminationProtection().wanted() ? ON : OFF);
    }

    /** Whether a stack's protection is what the plan says. */
    boolean isSet(JournalEntry planned) {
        return region.stacks()
                .find(String.valueOf(planned.stackId()))
                .filter(stack -> !stack.stackStatusAsString().equals("DELETE_COMPLETE"))
                .filter(stack -> TerminationProtection.of(stack).now() == ON.equals(planned.words()))
                .isPresent();
    }

    /** Makes a stack's protection what the plan of an interrupted operation says; gives a cause if that fails. */
    Optional<RootCause> set(JournalEntry planned, @Nullable Part part, String status, Instant at) {
        return set(
                planned.stackName(), String.valueOf(planned.stackId()), part, ON.equals(planned.words()), status, at);
    }

    /** Makes a stack's protection what the review says; gives a cause if that fails. */
    Optional<RootCause> set(StackReview review, String status, Instant at) {
        return set(
                review.stackName(),
                review.stackId(),
                review.part(),
                review.terminationProtection().wanted(),
                status,
                at);
    }

    private Optional<RootCause> set(
            String stackName, String stackId, @Nullable Part part, boolean wanted, String status, Instant at) {
        try {
            boolean is = region.stacks()
                    .find(stackId)
                    .map(stack -> TerminationProtection.of(stack).now())
                    .orElse(false);
            if (is != wanted) {
                region.writes().updateTerminationProtection(undertaking, stackId, wanted);
            }
            return Optional.empty();
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (AwsException e) {
            if (e.kind() == AwsException.Kind.NEEDS_SIGN_IN) {
                throw e; // Says nothing about the protection.
            }
            return Optional.of(unset(stackName, part, status, at, e));
        } catch (DeployException e) {
            return Optional.of(unset(stackName, part, status, at, e));
        }
    }

    private static RootCause unset(
            String stackName, @Nullable Part part, String status, Instant at, RuntimeException e) {
        return new RootCause(
                stackName,
                StackEvents.STACK,
                status,
                String.valueOf(e.getMessage()),
                null,
                at,
                1,
                "The environment is up, but its termination protection could not be set.",
                List.of(new Remedy(
                        "Ask for cloudformation:UpdateTerminationProtection, then deploy again.",
                        Remedy.Action.DEPLOY_AGAIN)),
                part);
    }
}
