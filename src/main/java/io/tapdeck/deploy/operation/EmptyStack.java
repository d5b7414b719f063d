package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A stack whose creation was rolled back by choice: nothing is left in it, and it only stands in the way of the next.
 *
 * @param part the stack; null for the environment's own
 */
public record EmptyStack(
        StackRegions regions,
        Undertaking undertaking,
        String stackId,
        @Nullable Part part) {
    private static final String GONE = "DELETE_COMPLETE";
    private static final Duration POLL = Duration.ofSeconds(1);

    /**
     * Deletes it, unless other stacks of the environment are found through it; whether it is gone. Safe to repeat: a deletion
     * that runs is waited for, and one that has failed is not tried again.
     */
    public boolean cleared() {
        StackRegion region = regions.of(part);
        String status = status(region);
        while (status.equals("DELETE_IN_PROGRESS")) {
            region.calls().pause(POLL);
            status = status(region);
        }
        if (status.startsWith("DELETE_")) {
            return status.equals(GONE);
        }
        if (anchors()) {
            return false;
        }
        region.changeSets().removeEmpty(undertaking, stackId, RequestTokens.of("clear"));
        return true;
    }

    private String status(StackRegion region) {
        return region.stacks().find(stackId).map(Stack::stackStatusAsString).orElse(GONE);
    }

    private boolean anchors() {
        EnvironmentKey environment = undertaking.environment();
        EnvironmentStacks stacks = new EnvironmentStacks(regions);
        return part == null
                && stacks.parts(environment).stream()
                        .anyMatch(other -> stacks.member(environment, other).isPresent());
    }
}
