package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** Resolves an expression in a small template, for tests. */
final class Expressions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pseudo PSEUDO = new Pseudo(
            "111111111111",
            "eu-west-1",
            "arn:aws:cloudformation:eu-west-1:111111111111:stack/s/1",
            "s",
            List.of("arn:aws:sns:eu-west-1:111111111111:n"));
    private static final String TEMPLATE = """
            {"Parameters": {"Name": {"Type": "String", "Default": "blue"},
                            "List": {"Type": "CommaDelimitedList", "Default": "a, b"}},
             "Mappings": {"Sizes": {"eu-west-1": {"small": "1", "zones": ["x", "y"]}}},
             "Conditions": {"Yes": {"Fn::Equals": [{"Ref": "Name"}, "blue"]},
                            "No": {"Fn::Not": [{"Condition": "Yes"}]},
                            "Both": {"Fn::And": [{"Condition": "Yes"}, {"Condition": "No"}]},
                            "One": {"Fn::Or": [{"Condition": "Yes"}, {"Condition": "No"}]}},
             "Resources": {"Queue": {"Type": "AWS::SQS::Queue"},
                           "Under": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": EXPRESSION}}}}
            """;

    private Expressions() {}

    /** The value of an expression, as a property of a resource beside a queue; a missing node for no value. */
    static JsonNode resolve(String expression) {
        return bound(expression).intrinsics(new Queue()).resolve(json(expression));
    }

    /** As {@link #resolve}, where nothing is known of the queue. */
    static JsonNode resolveUnknown(String expression) {
        return bound(expression).intrinsics(Resources.UNKNOWN).resolve(json(expression));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    private static BoundTemplate bound(String expression) {
        Template template = TemplateParser.parse(TEMPLATE.replace("EXPRESSION", expression));
        ParameterValues values =
                ParameterValues.of(template, List.of(), ParameterValues.NONE, name -> Optional.empty());
        return new BoundTemplate(template, values, PSEUDO);
    }

    private static final class Queue implements Resources {
        @Override
        public JsonNode ref(String logicalId) {
            return TextNode.valueOf("https://queue");
        }

        @Override
        public JsonNode attribute(String logicalId, String attribute) {
            return TextNode.valueOf(attribute.equals("Arn") ? "arn:aws:sqs:eu-west-1:111111111111:q" : "q");
        }

        @Override
        public JsonNode export(String name) {
            return TextNode.valueOf("exported " + name);
        }
    }
}
