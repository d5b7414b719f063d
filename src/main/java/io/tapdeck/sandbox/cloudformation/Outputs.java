package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** The outputs of a stack, and who imports them. */
final class Outputs {

    private Outputs() {}

    /** The outputs whose condition holds; fails when a value cannot be had or a name is exported already. */
    static List<Output> of(StackEngine engine, SimulatedStack stack, BoundTemplate template) {
        Intrinsics intrinsics = template.maskedIntrinsics(engine.valuesOf(stack));
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> one : template.template().outputs().entrySet()) {
            ObjectNode body = one.getValue();
            if (body.has("Condition")
                    && !template.condition(body.path("Condition").asText())) {
                continue;
            }
            JsonNode value = intrinsics.resolve(body.path("Value"));
            String exportName =
                    intrinsics.resolve(body.path("Export").path("Name")).asText("");
            engine.exports().stream()
                    .filter(export -> export.name().equals(exportName)
                            && !export.exportingStackId().equals(stack.id()))
                    .findFirst()
                    .ifPresent(taken -> {
                        throw new ResourceFailure("Export with name " + exportName + " is already exported by stack "
                                + taken.exportingStackId() + ".");
                    });
            outputs.add(Output.builder()
                    .outputKey(one.getKey())
                    .outputValue(value.isValueNode() ? value.asText() : value.toString())
                    .description(
                            body.has("Description") ? body.path("Description").asText() : null)
                    .exportName(exportName.isEmpty() ? null : exportName)
                    .build());
        }
        return outputs;
    }

    /** Whether a live stack imports an export. */
    static boolean imports(SimulatedStack stack, String exportName) {
        BoundTemplate template = stack.template;
        if (template == null || stack.isDeleted()) {
            return false;
        }
        return template.template().body().findValues("Fn::ImportValue").stream()
                .anyMatch(argument -> template.importName(argument).equals(exportName));
    }
}
