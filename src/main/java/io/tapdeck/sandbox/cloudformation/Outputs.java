package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Fails an update that takes away or changes an export which another stack imports. */
    static void requireImportsKept(StackEngine engine, SimulatedStack stack, List<Output> after) {
        for (Output before : stack.outputs) {
            List<String> users = importers(engine, stack, before.exportName());
            Optional<Output> same = after.stream()
                    .filter(one ->
                            before.exportName() != null && before.exportName().equals(one.exportName()))
                    .findFirst();
            boolean kept = same.filter(one -> one.outputValue().equals(before.outputValue()))
                    .isPresent();
            if (!users.isEmpty() && !kept) {
                throw new ResourceFailure("Export " + before.exportName() + " cannot be "
                        + (same.isPresent() ? "updated" : "deleted") + " as it is in use by "
                        + String.join(", ", users));
            }
        }
    }

    /** The names of the other stacks that import an export; none for an output without one. */
    static List<String> importers(StackEngine engine, SimulatedStack stack, @Nullable String exportName) {
        return exportName == null
                ? List.of()
                : engine.stacks.stream()
                        .filter(other -> other != stack && imports(other, exportName))
                        .map(SimulatedStack::name)
                        .toList();
    }

    private static boolean imports(SimulatedStack stack, String exportName) {
        BoundTemplate template = stack.template;
        if (template == null || stack.isDeleted()) {
            return false;
        }
        return template.template().body().findValues("Fn::ImportValue").stream()
                .anyMatch(argument -> template.importName(argument).equals(exportName));
    }
}
