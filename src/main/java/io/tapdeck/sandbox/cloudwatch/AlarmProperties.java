package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * An alarm as a template would write it, so that CloudFormation sees what was changed by an ordinary call. The members of
 * the API and the properties of {@code AWS::CloudWatch::Alarm} have the same names.
 */
final class AlarmProperties {

    private static final List<String> NAMES = List.of(
            "AlarmDescription",
            "ActionsEnabled",
            "OKActions",
            "AlarmActions",
            "InsufficientDataActions",
            "MetricName",
            "Namespace",
            "Statistic",
            "Dimensions",
            "Period",
            "Unit",
            "EvaluationPeriods",
            "DatapointsToAlarm",
            "Threshold",
            "ComparisonOperator",
            "TreatMissingData",
            "Metrics");

    private AlarmProperties() {}

    /**
     * The properties of an alarm.
     *
     * @param before what the template gave it: what is as it was, and what is left out and usual, is not touched
     */
    static ObjectNode of(MetricAlarm alarm, ObjectNode before) {
        ObjectNode properties = before.deepCopy();
        ObjectNode members = object(alarm);
        for (String name : NAMES) {
            JsonNode value = members.path(name);
            boolean usual = name.equals("ActionsEnabled") && value.asBoolean() && !before.has(name);
            boolean emptyBefore =
                    before.path(name).isArray() && before.path(name).isEmpty();
            if (value.isMissingNode() && !emptyBefore) {
                properties.remove(name);
            } else if (!value.isMissingNode() && !usual) {
                properties.set(name, value);
            }
        }
        return properties;
    }

    private static ObjectNode object(SdkPojo pojo) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            JsonNode value = node(field.getValueOrDefault(pojo));
            if (!value.isMissingNode()) {
                object.set(field.memberName(), value);
            }
        }
        return object;
    }

    /** A missing node for what is not there; numbers without a fraction are whole, as templates write them. */
    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> MissingNode.getInstance();
            case SdkPojo nested -> object(nested);
            case Collection<?> list -> list.isEmpty() ? MissingNode.getInstance() : array(list);
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> IntNode.valueOf(number);
            case Double number ->
                number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
                        ? IntNode.valueOf(number.intValue())
                        : DoubleNode.valueOf(number);
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static ArrayNode array(Collection<?> list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> array.add(node(element)));
        return array;
    }
}
