package io.tapdeck.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drafts and definitions as JSON: definition files, the draft box, the worker's requests, and a template's
 * {@code Metadata.Tapdeck}. The format is versioned; this reads and writes version 1, and takes a text
 * without a version for one.
 */
public final class DefinitionJson {
    /**
     * The member that pins a definition to an account of 12 digits. It belongs to the file: a template fits every account, so
     * that what is deployed does not carry it.
     */
    public static final String ACCOUNT = "account";

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

        UnreadableDefinition(List<Problem> problems) {
            this(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
        }
    }

    /** Writes a draft; numbers and booleans stay text, as typed. */
    public static ObjectNode write(Draft draft) {
        ObjectNode root = JSON.createObjectNode();
        root.put(FormatVersion.FIELD, FormatVersion.CURRENT);
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

    /** {@link #write(Draft)}, pinned to an account of 12 digits; to none if it is null. */
    public static ObjectNode write(Draft draft, @Nullable String account) {
        ObjectNode root = write(draft);
        if (account != null) {
            root.put(ACCOUNT, account);
        }
        return root;
    }

    /** The account that a definition is pinned to; null if it is to none. */
    public static @Nullable String account(JsonNode root) {
        return root.path(ACCOUNT).textValue();
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
     * @throws UnreadableDefinition with every unknown member, another version, and every value that is not plain
     */
    public static Draft readOver(Draft base, JsonNode root) {
        List<Problem> problems = new ArrayList<>();
        Draft read = readOver(base, root, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableDefinition(problems);
        }
        return read;
    }

    /**
     * {@link #readOver(Draft, JsonNode)} for whoever has more to say: what cannot be read is added to {@code problems}, and
     * the draft keeps its value there.
     */
    public static Draft readOver(Draft base, JsonNode root, List<Problem> problems) {
        return new DefinitionReader(base, root, problems).read();
    }
}
