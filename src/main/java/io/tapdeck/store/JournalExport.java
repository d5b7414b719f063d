package io.tapdeck.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal for other programs: the same columns, named as {@link JournalEntry} names them, in each form. */
public final class JournalExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A value of a line. Its name is the column's. */
    @SuppressWarnings("ImmutableEnumChecker") // Reads an immutable record, which the type does not say.
    private enum Column {
        operationId(JournalEntry::operationId),
        kind(entry -> entry.kind().name()),
        at(entry -> entry.at().toString()),
        caller(JournalEntry::caller),
        account(JournalEntry::account),
        region(JournalEntry::region),
        blueprint(JournalEntry::blueprint),
        suffix(JournalEntry::suffix),
        stackName(JournalEntry::stackName),
        stackId(JournalEntry::stackId),
        call(JournalEntry::call),
        token(JournalEntry::token),
        changeSet(JournalEntry::changeSet),
        words(JournalEntry::words);

        private final Function<JournalEntry, @Nullable String> value;

        Column(Function<JournalEntry, @Nullable String> value) {
            this.value = value;
        }
    }

    private JournalExport() {}

    /** Comma-separated values with a line of names first (RFC 4180); what a spreadsheet would compute is made a text. */
    public static String csv(List<JournalEntry> entries) {
        StringBuilder text = new StringBuilder(row(Column::name));
        entries.forEach(entry -> text.append(row(column -> cell(column.value.apply(entry)))));
        return text.toString();
    }

    private static String row(Function<Column, String> cell) {
        return Arrays.stream(Column.values()).map(cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The first letters are those of OWASP's page "CSV Injection". */
    private static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** A JSON array with an object for each line; what is not known is null. */
    public static String json(List<JournalEntry> entries) {
        ArrayNode all = JSON.createArrayNode();
        entries.forEach(entry -> all.add(object(entry)));
        return all.toPrettyString() + "\n";
    }

    /** JSON objects, each on a line of its own; what is not known is null. */
    public static String jsonLines(List<JournalEntry> entries) {
        return entries.stream().map(entry -> object(entry) + "\n").collect(Collectors.joining());
    }

    private static ObjectNode object(JournalEntry entry) {
        ObjectNode object = JSON.createObjectNode();
        for (Column column : Column.values()) {
            object.put(column.name(), column.value.apply(entry));
        }
        return object;
    }
}
