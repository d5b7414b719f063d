package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.environment.EnvironmentKey;
import org.jspecify.annotations.Nullable;

/** How a stack stands, for programs: what {@link SituationText} says, and every action with AWS's call and its command. */
final class SituationJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final EnvironmentKey environment;
    private final TargetOptions target;
    private final RecoveryLosses losses;

    SituationJson(EnvironmentKey environment, TargetOptions target, RecoveryLosses losses) {
        this.environment = environment;
        this.target = target;
        this.losses = losses;
    }

    /**
     * A stack.
     *
     * @param chosen whether it is the one that the command is about
     */
    ObjectNode describe(StackSituation stack, boolean chosen) {
        Part part = stack.part();
        ObjectNode node = JSON.createObjectNode()
                .put("stackName", stack.stackName())
                .put("chosen", chosen)
                .put("region", part == null ? environment.region() : part.region())
                .put("stackId", stack.stackId())
                .put("status", stack.state().name())
                .put("since", stack.since() == null ? null : stack.since().toString())
                .put("meaning", stack.state().sentence())
                .put("consequences", stack.state().consequences())
                .put("terminationProtection", stack.terminationProtection());
        RootCause cause = stack.cause();
        if (cause == null) {
            node.putNull("cause");
        } else {
            CauseText.describe(node.putObject("cause"), cause);
        }
        ArrayNode blocked = node.putArray("blocked");
        stack.blocked()
                .forEach(resource -> blocked.addObject()
                        .put("logicalId", resource.logicalId())
                        .put("name", resource.displayName())
                        .put("type", resource.resourceType())
                        .put("physicalId", resource.physicalId())
                        .put("reason", resource.reason())
                        .put("skippable", resource.skippable())
                        .put("emptiable", resource.emptiable())
                        .put("holdsData", resource.holdsData()));
        ArrayNode actions = node.putArray("actions");
        stack.actions().forEach(action -> describe(actions.addObject(), stack, action));
        return node;
    }

    private void describe(ObjectNode node, StackSituation stack, StackAction action) {
        node.put("action", action.name())
                .put("call", action.call())
                .put("words", SituationText.words(stack, action))
                .put("command", command(stack, action))
                .put("allowDataLoss", losses.possible(stack, action));
        ArrayNode lost = node.putArray("losses");
        losses.of(stack, action).forEach(lost::add);
    }

    private String command(StackSituation stack, StackAction action) {
        String named = EnvironmentOptions.typed(environment, target);
        return switch (action) {
            case CREATE, UPDATE -> "tapdeck deploy " + named;
            case FOLLOW -> "tapdeck watch " + named;
            case CANCEL_UPDATE -> "tapdeck cancel " + named;
            case ROLL_BACK, CONTINUE_ROLLBACK, DELETE, DELETE_RETAINING, FORCE_DELETE ->
                "tapdeck recover %s%s %s".formatted(named, stack(stack.part()), SituationText.option(action));
        };
    }

    private static String stack(@Nullable Part part) {
        return part == null ? "" : " --stack " + part.stackName();
    }
}
