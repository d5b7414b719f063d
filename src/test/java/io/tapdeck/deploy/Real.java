package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.stack.StackEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What is really in the account, asked of the simulated CloudFormation behind everybody's back. */
final class Real {
    private Real() {}

    /** The state of the environment's own stack; empty if there is none. */
    static String status(Account account) {
        return stacks(account).stream()
                .filter(stack -> stack.stackName().equals(Account.DEV.stackName()))
                .map(Stack::stackStatusAsString)
                .findFirst()
                .orElse("");
    }

    private static List<Stack> stacks(Account account) {
        return account.simulated.describeStacks().stacks();
    }

    /** Whether an outcome says how it really is. */
    static boolean matches(Outcome outcome, Account account) {
        String status = status(account);
        return switch (outcome) {
            case Outcome.Up _, Outcome.UpToDate _ ->
                Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE").contains(status);
            case Outcome.Gone _ -> status.isEmpty();
            case Outcome.RolledBack _ -> status.equals("UPDATE_ROLLBACK_COMPLETE");
            case Outcome.Failed failed
            when failed.status().equals(Outcome.Failed.NOT_STARTED) ->
                Set.of("", "CREATE_COMPLETE").contains(status);
            case Outcome.Failed failed -> failed.status().equals(status);
        };
    }

    /** No change set waits, no stack holds only one, and no token started more than one operation. */
    static void assertNothingLeft(Account account, String what) {
        for (Stack stack : stacks(account)) {
            assertThat(stack.stackStatusAsString()).as(what).isNotEqualTo("REVIEW_IN_PROGRESS");
            assertThat(account.simulated
                            .listChangeSets(request -> request.stackName(stack.stackId()))
                            .summaries())
                    .as(what)
                    .isEmpty();
            Map<String, Set<String>> starts = new HashMap<>();
            for (StackEvent event : account.simulated
                    .describeStackEventsPaginator(request -> request.stackName(stack.stackId()))
                    .stackEvents()) {
                if (event.clientRequestToken() != null
                        && (StackEvents.starts(event, Operation.CREATE)
                                || StackEvents.starts(event, Operation.UPDATE)
                                || StackEvents.starts(event, Operation.DELETE))) {
                    starts.computeIfAbsent(event.clientRequestToken(), _ -> new HashSet<>())
                            .add(event.eventId());
                }
            }
            assertThat(starts.values()).as(what).allMatch(ids -> ids.size() == 1);
        }
    }
}
