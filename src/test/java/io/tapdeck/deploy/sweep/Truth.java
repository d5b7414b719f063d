package io.tapdeck.deploy.sweep;

import io.tapdeck.deploy.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;

/** What really happened in the account since an operation began, by the account's own records. */
final class Truth {
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
    private static final Set<String> UP = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE");

    private final World world;
    private final Instant since;

    Truth(World world, Instant since) {
        this.world = world;
        this.since = since;
    }

    /**
     * An execution that AWS accepted.
     *
     * @param events all of it, oldest first
     */
    record Accepted(String stackName, String token, List<StackEvent> events) {
        /** The events' ids with their times. */
        Map<String, Instant> times() {
            Map<String, Instant> times = new LinkedHashMap<>();
            events.forEach(event -> times.put(event.eventId(), event.timestamp()));
            return times;
        }

        String status() {
            return events.getLast().resourceStatusAsString();
        }
    }

    /** Every execution, in the order of their beginnings; not the removal of stacks that nothing was ever in. */
    List<Accepted> accepted() {
        List<Accepted> accepted = new ArrayList<>();
        for (String region : REGIONS) {
            CloudFormationClient client = world.cloudFormation(region);
            for (StackSummary stack : client.listStacks().stackSummaries()) {
                List<StackEvent> events = client
                        .describeStackEventsPaginator(request -> request.stackName(stack.stackId()))
                        .stackEvents()
                        .stream()
                        .toList()
                        .reversed();
                boolean everCreated = events.stream().anyMatch(event -> is(event, "CREATE_IN_PROGRESS"));
                List<Integer> starts = everCreated ? starts(events) : List.of();
                for (int number = 0; number < starts.size(); number++) {
                    int end = number + 1 < starts.size() ? starts.get(number + 1) : events.size();
                    List<StackEvent> own = whole(events.subList(starts.get(number), end));
                    accepted.add(new Accepted(
                            stack.stackName(), String.valueOf(own.getFirst().clientRequestToken()), own));
                }
            }
        }
        accepted.sort(Comparator.comparing(one -> one.events().getFirst().timestamp()));
        return accepted;
    }

    /**
     * Where the stack begins to move: after it had stood still, or, if it moves since before, with the first that it then does. The
     * removal of a stack whose creation was rolled back since belongs to that.
     */
    private List<Integer> starts(List<StackEvent> events) {
        List<Integer> starts = new ArrayList<>();
        String before = "";
        boolean known = false;
        for (int at = 0; at < events.size(); at++) {
            StackEvent event = events.get(at);
            boolean now = !event.timestamp().isBefore(since);
            if (now && !known && moves(before)) {
                starts.add(at);
                known = true;
            }
            if (!event.stackId().equals(event.physicalResourceId())) {
                continue;
            }
            String status = event.resourceStatusAsString();
            boolean begins = moves(status) && !moves(before);
            boolean removal = known && before.equals("ROLLBACK_COMPLETE") && status.equals("DELETE_IN_PROGRESS");
            if (now && begins && !removal) {
                starts.add(at);
            }
            known = now;
            before = status;
        }
        return starts;
    }

    private static boolean moves(String status) {
        return status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS");
    }

    /** To the stack's first standstill. */
    private static List<StackEvent> whole(List<StackEvent> events) {
        for (int at = 0; at < events.size(); at++) {
            StackEvent event = events.get(at);
            if (event.stackId().equals(event.physicalResourceId()) && !moves(event.resourceStatusAsString())) {
                return events.subList(0, at + 1);
            }
        }
        return events;
    }

    private static boolean is(StackEvent event, String status) {
        return event.stackId().equals(event.physicalResourceId())
                && event.resourceStatusAsString().equals(status);
    }

    /** Whether an outcome is what the account shows. */
    boolean confirms(Outcome outcome) {
        List<Accepted> accepted = accepted();
        return switch (outcome) {
            case Outcome.Up up ->
                !accepted.isEmpty()
                        && accepted.stream().allMatch(one -> UP.contains(one.status()))
                        && UP.contains(status(up.stackName()));
            case Outcome.UpToDate same -> accepted.isEmpty() && UP.contains(status(same.stackName()));
            case Outcome.RolledBack back ->
                !accepted.isEmpty() && status(back.stackName()).equals("UPDATE_ROLLBACK_COMPLETE");
            case Outcome.Gone _ -> !accepted.isEmpty() && stacks().isEmpty();
            case Outcome.Failed failed
            when failed.status().equals(Outcome.Failed.NOT_STARTED) ->
                accepted.stream().noneMatch(one -> one.stackName().equals(failed.stackName()));
            case Outcome.Failed failed ->
                !accepted.isEmpty()
                        && accepted.getLast().stackName().equals(failed.stackName())
                        && accepted.getLast().status().equals(failed.status());
        };
    }

    /** The status of a stack by its name; empty if there is none. */
    String status(String stackName) {
        return stacks().stream()
                .filter(stack -> stack.stackName().equals(stackName))
                .map(StackSummary::stackStatusAsString)
                .findFirst()
                .orElse("");
    }

    private List<StackSummary> stacks() {
        return REGIONS.stream()
                .flatMap(region -> world.cloudFormation(region).listStacks().stackSummaries().stream())
                .filter(stack -> !stack.stackStatusAsString().equals("DELETE_COMPLETE"))
                .toList();
    }

    /** Empty stacks that wait for a change set, and change sets that wait for an execution. */
    List<String> leftovers() {
        List<String> left = new ArrayList<>();
        for (StackSummary stack : stacks()) {
            if (stack.stackStatusAsString().equals("REVIEW_IN_PROGRESS")) {
                left.add("the empty stack " + stack.stackName());
            }
            REGIONS.stream()
                    .filter(region -> stack.stackId().contains(":" + region + ":"))
                    .flatMap(region -> world
                            .cloudFormation(region)
                            .listChangeSets(request -> request.stackName(stack.stackId()))
                            .summaries()
                            .stream())
                    .filter(Truth::waits)
                    .forEach(changeSet -> left.add("the change set " + changeSet.changeSetName()));
        }
        return left;
    }

    private static boolean waits(ChangeSetSummary changeSet) {
        return changeSet.executionStatus() == ExecutionStatus.AVAILABLE
                || changeSet.executionStatus() == ExecutionStatus.UNAVAILABLE;
    }
}
