package io.tapdeck.deploy;

import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the first failure among an operation's events that is not merely a consequence of another. */
final class Diagnosis {
    /** A resource handler's code, or a service's own, as it stands in a reason (seen in events of AWS). */
    private static final Pattern CODE = Pattern.compile("(?:HandlerErrorCode|Error Code): (\\w+)");

    private static final String STACK = StackEvents.STACK;
    static final String NO_REASON = "AWS gives no reason.";

    private Diagnosis() {}

    private record Failure(
            String logicalId,
            String type,
            String status,
            String reason,
            Instant at,
            int number,
            boolean decisive,
            @Nullable Part part) {}

    /**
     * The cause of a failed operation.
     *
     * @param part the stack; null for the environment's own
     * @param told the stack's events, in order
     * @param status the stack's state at the end
     */
    static RootCause of(
            String stackName, @Nullable Part part, List<DeploymentEvent> told, String status, Instant endedAt) {
        List<Failure> failures = failures(told);
        Failure failure = failures.stream()
                .filter(Failure::decisive)
                .findFirst()
                .or(() -> failures.stream().findFirst())
                .orElse(new Failure(
                        stackName, STACK, status, NO_REASON, endedAt, Math.max(1, told.size()), true, part));
        Remedies.Advice advice = Remedies.of(failure.reason());
        return new RootCause(
                failure.logicalId(),
                failure.type(),
                failure.status(),
                failure.reason(),
                code(failure.reason()),
                failure.at(),
                failure.number(),
                advice.meaning(),
                advice.remedies(),
                failure.part());
    }

    /** Resources first; the stack's own words are only used where no resource is to blame. */
    private static List<Failure> failures(List<DeploymentEvent> told) {
        List<Failure> ofResources = new ArrayList<>();
        List<Failure> ofStack = new ArrayList<>();
        int number = 0;
        for (DeploymentEvent event : told) {
            if (event instanceof ResourceMoved moved) {
                number++;
                if (moved.status().endsWith("_FAILED")) {
                    String reason = words(moved.reason());
                    boolean decisive = !AwsTexts.saysCancelled(reason)
                            && !moved.resourceType().equals(STACK);
                    ofResources.add(new Failure(
                            moved.logicalId(),
                            moved.resourceType(),
                            moved.status(),
                            reason,
                            moved.at(),
                            number,
                            decisive,
                            moved.part()));
                }
            } else if (event instanceof StackMoved moved) {
                number++;
                boolean bad =
                        moved.status().contains("ROLLBACK") || moved.status().endsWith("_FAILED");
                if (bad && moved.reason() != null) {
                    ofStack.add(new Failure(
                            moved.stackName(),
                            STACK,
                            moved.status(),
                            words(moved.reason()),
                            moved.at(),
                            number,
                            true,
                            moved.part()));
                }
            }
        }
        return ofResources.isEmpty() ? ofStack : ofResources;
    }

    private static String words(@Nullable String reason) {
        return reason == null || reason.isBlank() ? NO_REASON : reason.strip();
    }

    private static @Nullable String code(String reason) {
        Matcher matcher = CODE.matcher(reason);
        return matcher.find() ? matcher.group(1) : null;
    }
}
