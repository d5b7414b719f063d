package io.tapdeck.desk.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tapdeck.store.JournalEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal for other programs: every line, oldest first. */
final class JournalExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEADS = List.of(
            "operationId",
            "kind",
            "at",
            "caller",
            "account",
            "region",
            "blueprint",
            "suffix",
            "stackName",
            "stackId",
            "call",
            "token",
            "changeSet",
            "words");

    private JournalExport() {}

    /** As comma-separated values (RFC 4180) with a head; what could be a formula in a spreadsheet is made a text. */
    static String csv(List<JournalEntry> entries) {
        StringBuilder text = new StringBuilder(String.join(",", HEADS)).append("\r\n");
        for (JournalEntry entry : entries) {
            text.append(values(entry).stream().map(JournalExport::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** As a JSON array of objects. */
    static String json(List<JournalEntry> entries) {
        ArrayNode all = JSON.createArrayNode();
        for (JournalEntry entry : entries) {
            var object = all.addObject();
            List<String> values = values(entry);
            for (int index = 0; index < HEADS.size(); index++) {
                if (!values.get(index).isEmpty()) {
                    object.put(HEADS.get(index), values.get(index));
                }
            }
        }
        return all.toPrettyString() + "\n";
    }

    private static List<String> values(JournalEntry entry) {
        return List.of(
                entry.operationId(),
                entry.kind().name(),
                entry.at().toString(),
                entry.caller(),
                entry.account(),
                entry.region(),
                entry.blueprint(),
                entry.suffix(),
                entry.stackName(),
                orEmpty(entry.stackId()),
                entry.call(),
                orEmpty(entry.token()),
                orEmpty(entry.changeSet()),
                orEmpty(entry.words()));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
