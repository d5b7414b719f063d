package io.tapdeck.deploy.diagnosis;

import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first failure among an operation's events that is not merely a consequence of another: neither a resource that
 * stopped because another failed, nor a stack that only counts its failed resources, nor a deletion that worked when it was
 * tried again.
 */
public final class Diagnosis {
    /** A resource handler's code, or a service's own, as it stands in a reason (seen in events of AWS). */
    private static final Pattern CODE = Pattern.compile("(?:HandlerErrorCode|Error Code): (\\w+)");

    /** States that need a person: the way back or the deletion failed as well. */
    private static final Set<String> STUCK =
            Set.of("ROLLBACK_FAILED", "UPDATE_ROLLBACK_FAILED", "DELETE_FAILED", "IMPORT_ROLLBACK_FAILED");

    private static final String STACK = StackEvents.STACK;
    public static final String NO_REASON = "AWS gives no reason.";

    private Diagnosis() {}

    private record Failure(
            String logicalId,
            String type,
            String status,
            String reason,
            Instant at,
            int number,
            boolean onTheWayBack,
            @Nullable Part part,
            Optional<RootCause> inside) {

        boolean ofResource() {
            return !type.equals(STACK) || inside.isPresent();
        }

        /** AWS's words; of a nested stack those from inside. */
        String cause() {
            return inside.map(RootCause::reason).orElse(reason);
        }

        boolean says() {
            return inside.isPresent()
                    || (!AwsTexts.saysCancelled(reason)
                            && !AwsTexts.saysOthersFailed(reason)
                            && !reason.equals(NO_REASON));
        }
    }

    /**
     * The cause of a failed operation.
     *
     * @param part the stack; null for the environment's own
     * @param told the stack's events, in order
     * @param status the stack's state at the end
     * @param nested where to look further if the cause is a nested stack
     */
    public static RootCause of(
            String stackName,
            @Nullable Part part,
            List<DeploymentEvent> told,
            String status,
            Instant endedAt,
            NestedStacks nested) {
        List<Failure> failures = failures(told, nested);
        Failure first = first(failures)
                .orElse(new Failure(
                        stackName,
                        STACK,
                        status,
                        NO_REASON,
                        endedAt,
                        Math.max(1, told.size()),
                        false,
                        part,
                        Optional.empty()));
        Advice advice = Remedies.of(first.cause());
        String meaning = first.inside()
                .map(cause -> "In the nested stack %s, %s failed. %s"
                        .formatted(first.logicalId(), cause.logicalId(), cause.meaning()))
                .orElse(advice.meaning());
        Optional<Failure> later = STUCK.contains(status)
                ? failures.stream()
                        .filter(failure -> failure.onTheWayBack() && failure.ofResource() && failure.says())
                        .filter(failure -> !failure.equals(first))
                        .findFirst()
                : Optional.empty();
        return new RootCause(
                first.logicalId(),
                first.type(),
                first.status(),
                first.cause(),
                code(first.cause()),
                first.at(),
                first.number(),
                later.map(failure -> "%s The way back then failed at %s: %s"
                                .formatted(meaning, failure.logicalId(), failure.cause()))
                        .orElse(meaning),
                later.map(failure -> remedies(advice, failure)).orElse(advice.remedies()),
                first.part());
    }

    /** What brings the stack out of where it is stuck comes before what mends the first cause. */
    private static List<Remedy> remedies(Advice advice, Failure later) {
        return Stream.of(
                        Remedies.of(later.cause()).remedies().stream()
                                .filter(remedy -> remedy.action() == Remedy.Action.RECOVER
                                        || remedy.action() == Remedy.Action.ELSEWHERE),
                        Stream.of(Advice.recover("Choose how the stack goes on: continue, skip or delete.")),
                        advice.remedies().stream())
                .flatMap(remedies -> remedies)
                .distinct()
                .toList();
    }

    /** A resource's own failure, then a stack's that says something, then any. */
    private static Optional<Failure> first(List<Failure> failures) {
        return Stream.<Predicate<Failure>>of(
                        failure -> failure.ofResource() && failure.says(),
                        Failure::says,
                        failure -> failure.ofResource() && failure.reason().equals(NO_REASON),
                        failure -> true)
                .flatMap(kind -> failures.stream().filter(kind).findFirst().stream())
                .findFirst();
    }

    private static List<Failure> failures(List<DeploymentEvent> told, NestedStacks nested) {
        List<Failure> failures = new ArrayList<>();
        boolean back = false;
        int number = 0;
        for (DeploymentEvent event : told) {
            if (event instanceof ResourceMoved moved) {
                number++;
                if (moved.status().endsWith("_FAILED") && !mendedLater(moved, told)) {
                    failures.add(new Failure(
                            moved.logicalId(),
                            moved.resourceType(),
                            moved.status(),
                            words(moved.reason()),
                            moved.at(),
                            number,
                            back,
                            moved.part(),
                            moved.resourceType().equals(STACK) ? nested.cause(moved) : Optional.empty()));
                }
            } else if (event instanceof StackMoved moved) {
                number++;
                boolean rollback = moved.status().contains("ROLLBACK");
                back |= rollback;
                if ((rollback || moved.status().endsWith("_FAILED")) && moved.reason() != null) {
                    failures.add(new Failure(
                            moved.stackName(),
                            STACK,
                            moved.status(),
                            words(moved.reason()),
                            moved.at(),
                            number,
                            false,
                            moved.part(),
                            Optional.empty()));
                }
            }
        }
        return failures;
    }

    /** CloudFormation tries a deletion again: one that worked in the end is no cause. */
    private static boolean mendedLater(ResourceMoved failed, List<DeploymentEvent> told) {
        if (!failed.status().equals("DELETE_FAILED")) {
            return false;
        }
        Set<DeploymentEvent> before =
                told.stream().takeWhile(event -> !event.equals(failed)).collect(Collectors.toSet());
        return told.stream()
                .filter(event -> !before.contains(event))
                .anyMatch(event -> event instanceof ResourceMoved moved
                        && moved.id().equals(failed.id())
                        && moved.physicalId().equals(failed.physicalId())
                        && (moved.status().equals("DELETE_COMPLETE")
                                || moved.status().equals("DELETE_SKIPPED")));
    }

    private static String words(@Nullable String reason) {
        return reason == null || reason.isBlank() ? NO_REASON : reason.strip();
    }

    private static @Nullable String code(String reason) {
        Matcher matcher = CODE.matcher(reason);
        return matcher.find() ? matcher.group(1) : null;
    }
}
