package io.tapdeck.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Drafts and definitions as JSON: definition files, the draft box, the worker's requests, and a template's
 * {@code Metadata.Tapdeck}. The format is versioned; this reads and writes version 1.
 */
public final class DefinitionJson {
    private static final int VERSION = 1;
    private static final Set<String> MEMBERS =
            Set.of("version", "blueprint", "preset", "suffix", "settings", "alarms", "recipients");
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
            throw new UnreadableDefinition("Not JSON at line %d, column %d: %s"
                    .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
        }
    }

    /**
     * Lays the members of {@code root} over {@code base}; a setting or alarm that is not named keeps its value.
     *
     * @throws UnreadableDefinition for an unknown member, another version, or a value that is not plain
     */
    public static Draft readOver(Draft base, JsonNode root) {
        for (String name : (Iterable<String>) root::fieldNames) {
            if (!MEMBERS.contains(name)) {
                throw new UnreadableDefinition("A definition has no member “%s”.".formatted(name));
            }
        }
        int version = root.path("version").asInt(VERSION);
        if (version != VERSION) {
            throw new UnreadableDefinition(
                    "The definition is of version %d; this Tapdeck reads version %d.".formatted(version, VERSION));
        }
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

    private static String member(JsonNode node, String name, String otherwise) {
        return node.has(name) ? scalar("alarms." + name, node.get(name)) : otherwise;
    }

    private static String scalar(String where, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw new UnreadableDefinition("“%s” is not a plain value.".formatted(where));
        }
        return node.isNumber() ? Numbers.canonical(node.decimalValue()) : node.asText();
    }
}
