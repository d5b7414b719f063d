package io.tapdeck.deploy;

import io.tapdeck.aws.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets the termination protection of stacks that are up: an update cannot carry it (API reference, UpdateTerminationProtection). */
final class Protection {
    private final StackRegion region;
    private final Undertaking undertaking;

    Protection(StackRegion region, Undertaking undertaking) {
        this.region = region;
        this.undertaking = undertaking;
    }

    /** Makes a stack's protection what the review says; gives a cause if that fails. */
    Optional<RootCause> set(StackReview review, String status, Instant at) {
        try {
            boolean is = region.stacks()
                    .find(review.stackId())
                    .map(stack -> Boolean.TRUE.equals(stack.enableTerminationProtection()))
                    .orElse(false);
            if (is != review.terminationProtection()) {
                region.writes()
                        .updateTerminationProtection(undertaking, review.stackId(), review.terminationProtection());
            }
            return Optional.empty();
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (AwsException e) {
            if (e.kind() == AwsException.Kind.NEEDS_SIGN_IN) {
                throw e; // Says nothing about the protection.
            }
            return Optional.of(unset(review, status, at, e));
        } catch (DeployException e) {
            return Optional.of(unset(review, status, at, e));
        }
    }

    private static RootCause unset(StackReview review, String status, Instant at, RuntimeException e) {
        return new RootCause(
                review.stackName(),
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
                review.part());
    }
}
