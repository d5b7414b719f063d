package io.tapdeck.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * AWS Query's form. Dots in a key nest; a list's elements are numbered under the name of its member
 * ({@code Filters.Filter.1.Values.Value.1}, most often {@code member}), a map's entries under {@code entry}.
 */
final class QueryForm implements Containers {

    /** The deepest key in AWS's models has about twenty parts. */
    private static final int DEEPEST_KEY = 64;

    /**
     * Reads a form into a tree whose leaves are strings.
     *
     * @throws WireException if it is not a form
     */
    static Map<String, Object> parse(String body) {
        Map<String, Object> tree = new LinkedHashMap<>();
        pairs(body, (key, value) -> insert(tree, key, value));
        return tree;
    }

    /** Tells the names and values of a form or query, decoded, in order; a name alone has an empty value. */
    static void pairs(String text, BiConsumer<String, String> pairs) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                pairs.accept(decode(key), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new WireException(WireError.malformed("The request is not form encoded."));
        }
    }

    private static void insert(Map<String, Object> tree, String key, String value) {
        String[] parts = key.split("\\.", -1);
        if (parts.length > DEEPEST_KEY) {
            throw new WireException(WireError.malformed("The parameter name is nested too deep."));
        }
        Map<String, Object> node = tree;
        for (int i = 0; i < parts.length - 1; i++) {
            node = child(node, parts[i]);
        }
        node.putIfAbsent(parts[parts.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> node, String name) {
        Object child = node.get(name);
        if (child instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        Map<String, Object> created = new LinkedHashMap<>();
        node.put(name, created);
        return created;
    }

    @Override
    public List<@Nullable Object> elements(Object sent, SdkField<?> list) {
        ListTrait trait = list.getTrait(ListTrait.class);
        String member = trait.memberFieldInfo().locationName();
        return new ArrayList<>(numbered(trait.isFlattened() ? sent : under(sent, member), list));
    }

    @Override
    public Map<String, @Nullable Object> entries(Object sent, SdkField<?> map) {
        MapTrait trait = map.getTrait(MapTrait.class);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Object entry : numbered(trait.isFlattened() ? sent : under(sent, "entry"), map)) {
            if (!(under(entry, trait.keyLocationName()) instanceof String key)) {
                throw notNumbered(map);
            }
            entries.put(key, under(entry, trait.valueLocationName()));
        }
        return entries;
    }

    /** What stands under a name; an empty text, which is how clients spell an empty list, has nothing under it. */
    private static Object under(Object node, String name) {
        Object child = node instanceof Map<?, ?> map ? map.get(name) : node;
        return child == null ? "" : child;
    }

    /** By number, 10 after 9. */
    private static Collection<Object> numbered(Object node, SdkField<?> field) {
        TreeMap<Integer, Object> ordered = new TreeMap<>();
        if (node instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> element : map.entrySet()) {
                try {
                    ordered.put(Integer.valueOf(String.valueOf(element.getKey())), element.getValue());
                } catch (NumberFormatException e) {
                    throw notNumbered(field);
                }
            }
        } else if (!"".equals(node)) {
            throw notNumbered(field);
        }
        return ordered.values();
    }

    private static WireException notNumbered(SdkField<?> field) {
        return new WireException(WireError.malformed(field.memberName() + " is not spelled as a list or map."));
    }
}
