package io.tapdeck.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/** Where two templates differ. */
public final class TemplateDifferences {
    private TemplateDifferences() {}

    /** "before → after" by path; what only one of them has is there as a whole. */
    public static Map<String, String> between(String before, String after) {
        Map<String, String> differences = new TreeMap<>();
        differ("", read(before), read(after), differences);
        return differences;
    }

    private static JsonNode read(String template) {
        try {
            return JsonMapper.builder().build().readTree(template);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void differ(String path, JsonNode before, JsonNode after, Map<String, String> differences) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeMap<String, JsonNode> keys = new TreeMap<>();
            before.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
            after.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
            keys.keySet().forEach(key -> differ(path + "/" + key, before.path(key), after.path(key), differences));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int place = 0; place < before.size(); place++) {
                differ(path + "/" + place, before.get(place), after.get(place), differences);
            }
        } else {
            differences.put(path, before + " → " + after);
        }
    }
}
