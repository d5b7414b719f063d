package io.tapdeck.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Drafts and definitions as JSON: definition files, the draft box, the worker's requests, and a template's
 * {@code Metadata.Tapdeck}. The format is versioned; this reads and writes version 1.
 */
public final class DefinitionJson {
    private static final int VERSION = 1;
    private static final Set<String> MEMBERS =
            Set.of("version", "blueprint", "preset", "suffix", "settings", "alarms", "recipients");
    private static final Set<String> ALARM_MEMBERS =
            Set.of("id", "enabled", "threshold", "datapointsToAlarm", "evaluationPeriods", "period", "missingData");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DefinitionJson() {}

    /** A definition text that cannot be read; the message says where and why. */
    public static final class UnreadableDefinition extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableDefinition(String message) {
            super(message);
        }
    }

    /** Writes a draft; numbers and booleans stay text, as typed. */
    public static ObjectNode write(Draft draft) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("blueprint", draft.blueprint());
        root.put("preset", draft.preset());
        root.put("suffix", draft.suffix());
        ObjectNode settings = root.putObject("settings");
        draft.settings().forEach(settings::put);
        ArrayNode alarms = root.putArray("alarms");
        for (AlarmDraft alarm : draft.alarms()) {
            alarms.addObject()
                    .put("id", alarm.id())
                    .put("enabled", alarm.enabled())
                    .put("threshold", alarm.threshold())
                    .put("datapointsToAlarm", alarm.datapointsToAlarm())
                    .put("evaluationPeriods", alarm.evaluationPeriods())
                    .put("period", alarm.period())
                    .put("missingData", alarm.missingData());
        }
        ArrayNode recipients = root.putArray("recipients");
        draft.recipients().forEach(recipients::add);
        return root;
    }

    /** {@link #write(Draft)} as text, indented for people. */
    public static String writeText(Draft draft) {
        return write(draft).toPrettyString();
    }

    /**
     * Reads a draft. Members that are absent stay empty: the caller lays them over a preset with
     * {@link #readOver(Draft, JsonNode)} where defaults are wanted.
     *
     * @throws UnreadableDefinition if {@code text} is not JSON, has an unknown member or another version
     */
    public static Draft read(String text) {
        return readOver(new Draft("", "", "", new TreeMap<>(), List.of(), List.of()), parse(text));
    }

    /**
     * Reads JSON.
     *
     * @throws UnreadableDefinition if {@code text} is not a JSON object
     */
    public static JsonNode parse(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject()) {
                throw new UnreadableDefinition("A definition is a JSON object.");
            }
            return root;
        } catch (JacksonException e) {
            var at = e.getLocation();
            // Jackson ends some messages with where it thinks the text came from, in words for programmers.
            String words = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
            throw new UnreadableDefinition(
                    "Not JSON at line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), words));
        }
    }

    /**
     * Lays the members of {@code root} over {@code base}; a setting or alarm that is not named keeps its value.
     *
     * @throws UnreadableDefinition for an unknown member, another version, or a value that is not plain
     */
    public static Draft readOver(Draft base, JsonNode root) {
        known("A definition", root, MEMBERS);
        JsonNode version = root.path("version");
        if (!version.isMissingNode() && !version.equals(IntNode.valueOf(VERSION))) {
            throw new UnreadableDefinition(
                    "The definition is of version %s; this Tapdeck reads version %d.".formatted(version, VERSION));
        }
        shaped("settings", "an object", root.path("settings"), JsonNode::isObject);
        shaped("alarms", "an array", root.path("alarms"), JsonNode::isArray);
        shaped("recipients", "an array", root.path("recipients"), JsonNode::isArray);
        TreeMap<String, String> settings = new TreeMap<>(base.settings());
        JsonNode given = root.path("settings");
        given.fieldNames().forEachRemaining(key -> settings.put(key, scalar("settings." + key, given.get(key))));
        List<String> recipients = new ArrayList<>(base.recipients());
        if (root.has("recipients")) {
            recipients.clear();
            root.get("recipients").forEach(address -> recipients.add(scalar("recipients", address)));
        }
        return new Draft(
                root.has("blueprint") ? scalar("blueprint", root.get("blueprint")) : base.blueprint(),
                root.has("preset") ? scalar("preset", root.get("preset")) : base.preset(),
                root.has("suffix") ? scalar("suffix", root.get("suffix")) : base.suffix(),
                settings,
                alarms(base, root.path("alarms")),
                recipients);
    }

    private static List<AlarmDraft> alarms(Draft base, JsonNode given) {
        List<AlarmDraft> alarms = new ArrayList<>(base.alarms());
        for (JsonNode node : given) {
            known("An alarm", node, ALARM_MEMBERS);
            shaped("alarms.enabled", "true or false", node.path("enabled"), JsonNode::isBoolean);
            String id = scalar("alarms.id", node.path("id"));
            AlarmDraft old = alarms.stream()
                    .filter(alarm -> alarm.id().equals(id))
                    .findFirst()
                    .orElse(new AlarmDraft(id, true, "", "", "", "", ""));
            AlarmDraft read = new AlarmDraft(
                    id,
                    node.path("enabled").asBoolean(old.enabled()),
                    member(node, "threshold", old.threshold()),
                    member(node, "datapointsToAlarm", old.datapointsToAlarm()),
                    member(node, "evaluationPeriods", old.evaluationPeriods()),
                    member(node, "period", old.period()),
                    member(node, "missingData", old.missingData()));
            if (alarms.contains(old)) {
                alarms.set(alarms.indexOf(old), read);
            } else {
                alarms.add(read);
            }
        }
        return alarms;
    }

    private static void known(String what, JsonNode node, Set<String> members) {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!members.contains(name)) {
                throw new UnreadableDefinition("%s has no member “%s”.".formatted(what, name));
            }
        }
    }

    private static void shaped(String where, String shape, JsonNode node, Predicate<JsonNode> test) {
        if (!node.isMissingNode() && !test.test(node)) {
            throw new UnreadableDefinition("“%s” is not %s.".formatted(where, shape));
        }
    }

    private static String member(JsonNode node, String name, String otherwise) {
        return node.has(name) ? scalar("alarms." + name, node.get(name)) : otherwise;
    }

    private static String scalar(String where, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw new UnreadableDefinition("“%s” is not a plain value.".formatted(where));
        }
        boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
        return finite ? Numbers.canonical(node.decimalValue()) : node.asText();
    }
}
