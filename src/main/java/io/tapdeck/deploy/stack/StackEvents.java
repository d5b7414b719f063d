package io.tapdeck.deploy.stack;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * A stack's events. CloudFormation lists the newest first (API reference, DescribeStackEvents). They alone are polled: each
 * has an id, a time and the token of its operation, so that stale, repeated and reordered answers are recognized, where
 * DescribeStacks only tells a state that may be the one of before.
 */
public final class StackEvents {
    /** The resource type of a stack's own events. */
    public static final String STACK = "AWS::CloudFormation::Stack";

    private final CloudFormationClient client;

    public StackEvents(CloudFormationClient client) {
        this.client = client;
    }

    /**
     * Pages back until a page has an event that satisfies {@code known}. All or nothing: a page that fails fails the
     * reading, so that no event is passed on before an older one.
     *
     * @return the oldest first by AWS's times, whatever the order of the pages; of whole pages, so that an event that AWS
     *     inserts late is found as well, and maybe some twice
     */
    public List<StackEvent> backTo(Predicate<StackEvent> known, String stackId) {
        List<StackEvent> read = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            DescribeStackEventsResponse page = client.describeStackEvents(
                    request -> request.stackName(stackId).nextToken(from));
            read.addAll(page.stackEvents());
            token = page.stackEvents().stream().anyMatch(known) ? null : page.nextToken();
        } while (token != null);
        return read.reversed().stream()
                .sorted(Comparator.comparing(StackEvent::timestamp))
                .toList();
    }

    /** Whether an event is about the stack itself. */
    public static boolean ofStack(StackEvent event) {
        return STACK.equals(event.resourceType()) && event.stackId().equals(event.physicalResourceId());
    }

    /** Whether an event is the first of an operation. */
    public static boolean starts(StackEvent event, Operation operation) {
        return ofStack(event) && event.resourceStatusAsString().equals(operation + "_IN_PROGRESS");
    }

    /** Whether an event says that the stack is deleted. */
    public static boolean deleted(StackEvent event) {
        return ofStack(event) && event.resourceStatusAsString().equals("DELETE_COMPLETE");
    }

    /** Whether an event says that an update is turned back. */
    public static boolean turnsBack(StackEvent event) {
        return ofStack(event) && event.resourceStatusAsString().equals("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    /** Puts an event into our words. */
    public static DeploymentEvent told(StackEvent event, @Nullable Part part) {
        if (ofStack(event)) {
            return new DeploymentEvent.StackMoved(
                    event.timestamp(),
                    event.eventId(),
                    event.stackName(),
                    event.resourceStatusAsString(),
                    event.resourceStatusReason(),
                    part);
        }
        return new DeploymentEvent.ResourceMoved(
                event.timestamp(),
                event.eventId(),
                event.logicalResourceId(),
                event.resourceType(),
                event.physicalResourceId() == null ? "" : event.physicalResourceId(),
                event.resourceStatusAsString(),
                event.resourceStatusReason(),
                part);
    }
}
