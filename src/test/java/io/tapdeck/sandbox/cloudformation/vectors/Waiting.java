package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The waiters of botocore that the recordings name. */
final class Waiting {

    private static final Map<String, Set<String>> REACHED = Map.of(
            "stack_create_complete", Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE"),
            "stack_update_complete", Set.of("UPDATE_COMPLETE"),
            "stack_rollback_complete", Set.of("UPDATE_ROLLBACK_COMPLETE", "ROLLBACK_COMPLETE"),
            "stack_delete_complete", Set.of("DELETE_COMPLETE"));

    private Waiting() {}

    /**
     * Waits.
     *
     * @param pass lets time pass; false when patience ends
     * @return empty, or {@code error} with what the recordings keep of a failed wait
     */
    static ObjectNode until(String waiter, JsonNode request, SandboxCloudFormation client, BooleanSupplier pass) {
        return waiter.equals("change_set_create_complete")
                ? changeSet(request, client, pass)
                : stack(waiter, request, client, pass);
    }

    private static ObjectNode changeSet(JsonNode request, SandboxCloudFormation client, BooleanSupplier pass) {
        do {
            ObjectNode answer = Call.make(client, "DescribeChangeSet", request);
            String status = answer.path("Status").asText();
            if (answer.has("error") || status.equals("CREATE_COMPLETE")) {
                return answer;
            }
            if (status.equals("FAILED")) {
                return failed(
                        "Waiter ChangeSetCreateComplete failed: Waiter encountered a terminal failure state: For"
                                + " expression \"Status\" we matched expected path: \"FAILED\"",
                        answer);
            }
        } while (pass.getAsBoolean());
        return failed("the change set never ends", JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode stack(
            String waiter, JsonNode request, SandboxCloudFormation client, BooleanSupplier pass) {
        do {
            ObjectNode answer = Call.make(client, "DescribeStacks", request);
            if (answer.has("error")) {
                return waiter.equals("stack_delete_complete") ? JsonNodeFactory.instance.objectNode() : answer;
            }
            JsonNode stack = answer.path("Stacks").path(0);
            String status = stack.path("StackStatus").asText();
            if (REACHED.getOrDefault(waiter, Set.of()).contains(status)) {
                return answer;
            }
            if (!status.endsWith("_IN_PROGRESS")) {
                ObjectNode error = failed("Waiter failed: " + status, stack);
                ObjectNode byId = JsonNodeFactory.instance.objectNode();
                byId.set("StackName", stack.path("StackId"));
                ((ObjectNode) error.path("error"))
                        .set(
                                "events",
                                Call.make(client, "DescribeStackEvents", byId).path("StackEvents"));
                return error;
            }
        } while (pass.getAsBoolean());
        return failed("the stack never ends", JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode failed(String text, JsonNode description) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("text", text).set("describe_result", description);
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }
}
