package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The SDK's model classes as JSON in the shape of the API, and back. */
final class SdkJson {

    private SdkJson() {}

    /** A model object; members that were not set are absent. */
    static ObjectNode write(SdkPojo pojo) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
                json.set(field.memberName(), value(value));
            }
        }
        return json;
    }

    private static JsonNode value(Object value) {
        return switch (value) {
            case SdkPojo pojo -> write(pojo);
            case List<?> list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(one -> array.add(value(one)));
                yield array;
            }
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            case Instant time -> JsonNodeFactory.instance.textNode(time.toString());
            default -> JsonNodeFactory.instance.textNode(value.toString());
        };
    }

    /** Sets a builder's members. */
    static void read(JsonNode json, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = json.path(field.memberName());
            if (!value.isMissingNode()) {
                field.set(builder, read(field, value));
            }
        }
    }

    private static @Nullable Object read(SdkField<?> field, JsonNode json) {
        MarshallingType<?> type = field.marshallingType();
        if (MarshallingType.LIST.equals(type)) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            List<@Nullable Object> list = new ArrayList<>();
            json.forEach(one -> list.add(read(member, one)));
            return list;
        }
        if (MarshallingType.SDK_POJO.equals(type)) {
            SdkPojo builder = field.constructor().get();
            read(json, builder);
            return ((SdkBuilder<?, ?>) builder).build();
        }
        if (MarshallingType.BOOLEAN.equals(type)) {
            return json.asBoolean();
        }
        return MarshallingType.INTEGER.equals(type) ? (Object) json.asInt() : json.asText();
    }
}
