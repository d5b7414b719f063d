package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.environment.EnvironmentKey;
import java.util.Optional;
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

    /** Deletes it, unless other stacks of the environment are found through it; whether it is gone. Safe to repeat. */
    public boolean cleared() {
        Optional<Stack> stack = regions.of(part)
                .stacks()
                .find(stackId)
                .filter(found -> !found.stackStatusAsString().startsWith("DELETE_"));
        if (stack.isPresent() && anchors()) {
            return false;
        }
        stack.ifPresent(
                _ -> regions.of(part).changeSets().removeEmpty(undertaking, stackId, RequestTokens.of("clear")));
        return true;
    }

    private boolean anchors() {
        EnvironmentKey environment = undertaking.environment();
        EnvironmentStacks stacks = new EnvironmentStacks(regions);
        return part == null
                && stacks.parts(environment).stream()
                        .anyMatch(other -> stacks.member(environment, other).isPresent());
    }
}
