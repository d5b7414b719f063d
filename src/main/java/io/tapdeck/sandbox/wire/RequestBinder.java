package io.tapdeck.sandbox.wire;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Binds a tree of what was sent to the SDK's model classes, which say themselves what they expect. */
final class RequestBinder {
    private static final Logger LOG = System.getLogger(RequestBinder.class.getName());

    private final Containers containers;
    private final Set<String> envelope;

    /**
     * A binder for one protocol.
     *
     * @param envelope names at the top that belong to the protocol
     */
    RequestBinder(Containers containers, Set<String> envelope) {
        this.containers = containers;
        this.envelope = envelope;
    }

    /**
     * Builds a request.
     *
     * @param builder a fresh builder of the request's class
     * @throws WireException if a value is not of its member's type
     */
    SdkPojo request(SdkPojo builder, Map<String, ?> sent) {
        Map<String, Object> members = new HashMap<>(sent);
        members.keySet().removeAll(envelope);
        return bind(builder, members);
    }

    private SdkPojo bind(SdkPojo builder, Map<String, ?> sent) {
        Set<String> unknown = new TreeSet<>(sent.keySet());
        for (SdkField<?> field : builder.sdkFields()) {
            unknown.remove(field.locationName());
            Object value = sent.get(field.locationName());
            if (value != null) {
                field.set(builder, value(field, value));
            }
        }
        if (!unknown.isEmpty()) {
            // A client newer than the sandbox's SDK sends members that this model lacks: AWS would know them.
            LOG.log(Level.INFO, "Ignored in {0}: {1}", builder.getClass().getEnclosingClass(), unknown);
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field, Object sent) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> bind(field.constructor().get(), structure(field, sent));
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), containers.elements(sent, field));
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), containers.entries(sent, field));
            default -> Scalars.read(field, sent);
        };
    }

    private List<@Nullable Object> list(SdkField<?> member, List<@Nullable Object> sent) {
        List<@Nullable Object> values = new ArrayList<>(sent.size());
        for (Object element : sent) {
            values.add(element == null ? null : value(member, element));
        }
        return values;
    }

    private Map<String, @Nullable Object> map(SdkField<?> member, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        sent.forEach((key, element) -> values.put(key, element == null ? null : value(member, element)));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> structure(SdkField<?> field, Object sent) {
        if (sent instanceof Map<?, ?> map) {
            return (Map<String, ?>) map;
        }
        if ("".equals(sent)) {
            return Map.of();
        }
        throw new WireException(WireError.malformed(field.memberName() + " is not a structure."));
    }
}
