package io.tapdeck.deploy.template;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.synth.StackTemplate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CloudFormation's limits (user guide, "Understand CloudFormation quotas"; API reference, CreateStack, StackName). */
public final class TemplateLimits {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OUTPUTS = 200;
    private static final int PARAMETERS = 200;
    private static final int VALUE_BYTES = 4_096;
    private static final int NAME = 128;

    private TemplateLimits() {}

    /** What a stack exceeds, each as a sentence; empty if it is within all of them. */
    public static List<String> exceeded(StackTemplate stack) {
        List<String> all = new ArrayList<>();
        String name = stack.stackName();
        if (name.length() > NAME) {
            all.add("The stack name %s has %d characters; CloudFormation takes %d."
                    .formatted(name, name.length(), NAME));
        }
        if (stack.bytes() > StackTemplate.BODY_LIMIT) {
            all.add("The template of %s has %,d bytes; CloudFormation takes %,d."
                    .formatted(name, stack.bytes(), StackTemplate.BODY_LIMIT));
        }
        count(all, name, "resources", stack.resourceCount(), StackTemplate.RESOURCE_LIMIT);
        count(all, name, "outputs", members(stack, "Outputs"), OUTPUTS);
        count(all, name, "parameters", members(stack, "Parameters"), PARAMETERS);
        return all;
    }

    /** As {@link #exceeded(StackTemplate)}, for the values of its parameters. */
    public static List<String> exceeded(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> bytes(value.getValue()) > VALUE_BYTES)
                .map(value -> "The value of the parameter %s has %,d bytes; CloudFormation takes %,d."
                        .formatted(value.getKey(), bytes(value.getValue()), VALUE_BYTES))
                .sorted()
                .toList();
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void count(List<String> all, String name, String what, int count, int limit) {
        if (count > limit) {
            all.add("The template of %s has %d %s; CloudFormation takes %d.".formatted(name, count, what, limit));
        }
    }

    private static int members(StackTemplate stack, String section) {
        try {
            JsonNode members = JSON.readTree(stack.body()).path(section);
            return members.size();
        } catch (JacksonException e) {
            // What is no JSON is refused when it is read for its resources.
            return 0;
        }
    }
}
