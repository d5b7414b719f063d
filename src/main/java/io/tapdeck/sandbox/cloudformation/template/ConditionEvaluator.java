package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Decides conditions and rules. User guide, "Condition functions" and "Rules section". */
final class ConditionEvaluator {

    private final Template template;
    private final Intrinsics intrinsics;
    private final Set<String> deciding = new LinkedHashSet<>();

    ConditionEvaluator(Template template, Intrinsics intrinsics) {
        this.template = template;
        this.intrinsics = intrinsics;
    }

    boolean holds(String name) {
        JsonNode expression = template.conditions().get(name);
        if (expression == null) {
            throw Refusals.templateFormat("Unresolved condition dependency: " + name + " in the Conditions block");
        }
        if (!deciding.add(name)) {
            throw Refusals.template("Found circular condition dependency between the conditions: " + deciding);
        }
        boolean holds = holds(expression);
        deciding.remove(name);
        return holds;
    }

    void checkRules() {
        template.rules().properties().forEach(rule -> {
            JsonNode when = rule.getValue().path("RuleCondition");
            if (!when.isMissingNode() && !holds(when)) {
                return;
            }
            for (JsonNode assertion : rule.getValue().path("Assertions")) {
                if (!holds(assertion.path("Assert"))) {
                    throw Refusals.validation("Template error: Rule " + rule.getKey() + " failed: "
                            + assertion.path("AssertDescription").asText());
                }
            }
        });
    }

    private boolean holds(JsonNode expression) {
        if (!expression.isObject() || expression.size() != 1) {
            throw Refusals.templateFormat("Every Conditions member must be a condition function");
        }
        Map.Entry<String, JsonNode> only = expression.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> holds(argument.asText());
            case "Fn::Equals" -> text(argument.path(0)).equals(text(argument.path(1)));
            case "Fn::Not" -> !holds(argument.path(0));
            case "Fn::And" -> all(argument);
            case "Fn::Or" -> any(argument);
            case "Fn::Contains" -> contains(argument);
            default -> throw Refusals.template(TemplateCheck.unsupported(only.getKey()));
        };
    }

    private boolean all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(this::holds);
    }

    private boolean any(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(this::holds);
    }

    private boolean contains(JsonNode argument) {
        String wanted = text(argument.path(1));
        return StreamSupport.stream(intrinsics.resolve(argument.path(0)).spliterator(), false)
                .anyMatch(element -> element.asText().equals(wanted));
    }

    /** Scalars compare as text: CloudFormation has no other type in conditions. */
    private String text(JsonNode expression) {
        JsonNode value = intrinsics.resolve(expression);
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
