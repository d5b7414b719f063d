package io.tapdeck.deploy.changeset;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.stack.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/**
 * What CloudFormation itself finds before it changes anything (user guide, "Validate stack deployments"): syntax and names
 * fail a change set; buckets that are not empty, quotas and the like only warn, and the change set succeeds without a word
 * of it.
 */
public final class ValidationEvents {
    private static final String SUBJECT = "AWS's validation";

    private final CloudFormationClient client;
    private final Calls calls;

    ValidationEvents(CloudFormationClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** What it says of a change set that was made; one check at least. */
    List<Check> of(String changeSetId) {
        try {
            List<Check> found = read(changeSetId).stream()
                    .map(event -> Check.warned(SUBJECT, words(event)))
                    .distinct()
                    .toList();
            return found.isEmpty() ? List.of(Check.passed(SUBJECT, "CloudFormation finds nothing to warn of.")) : found;
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return List.of(Check.notMade(
                    SUBJECT, "What CloudFormation's own validation warns of could not be read: " + e.getMessage()));
        }
    }

    /** Why it failed a change set, if it did and may be read: older endpoints and narrow roles do not tell. */
    List<String> failures(String changeSetId) {
        try {
            return read(changeSetId).stream()
                    .filter(event -> event.validationFailureMode() != HookFailureMode.WARN)
                    .map(ValidationEvents::words)
                    .distinct()
                    .toList();
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return List.of();
        }
    }

    private List<OperationEvent> read(String changeSetId) {
        List<OperationEvent> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            DescribeEventsResponse page = calls.call(() -> client.describeEvents(
                    request -> request.changeSetName(changeSetId).nextToken(from)));
            page.operationEvents().stream()
                    .filter(event -> event.eventType() == EventType.VALIDATION_ERROR)
                    .forEach(all::add);
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    private static String words(OperationEvent event) {
        String where = Stream.of(event.logicalResourceId(), event.validationPath())
                .filter(part -> part != null && !part.isBlank())
                .findFirst()
                .map(place -> place + ": ")
                .orElse("");
        return where + reason(event.validationStatusReason(), event.validationName());
    }

    private static String reason(@Nullable String reason, @Nullable String name) {
        return reason == null || reason.isBlank() ? "the check %s fails.".formatted(name) : reason;
    }
}
