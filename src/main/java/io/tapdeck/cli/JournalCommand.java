package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.store.JournalEntry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and exports the journal: who changed what from this computer, when, and what came of it. */
@Command(
        name = "journal",
        description = "Who changed what from this computer, when, and what came of it; the oldest first.")
final class JournalCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String HEAD =
            "at,kind,call,caller,account,region,blueprint,suffix,stackName,stackId,token,changeSet,words,operation";

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--suffix", paramLabel = "S", description = "Of environments of this name only.")
    @Nullable
    String suffix;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Option(names = "--csv", description = "Comma-separated values, with a line of names first (RFC 4180).")
    boolean csv;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file; one that exists is replaced.")
    @Nullable
    Path out;

    JournalCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (json && csv) {
            throw CommandFailure.wrongUse("Choose --json or --csv.");
        }
        List<JournalEntry> entries = engines.store().journal().entries().stream()
                .filter(entry -> suffix == null || entry.suffix().equals(suffix))
                .toList();
        if (out == null) {
            print(entries, terminal.out());
        } else {
            try (PrintStream file = new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
                print(entries, file);
            } catch (IOException e) {
                throw CommandFailure.failed("%s cannot be written: %s".formatted(out, e.getMessage()));
            }
            terminal.err().println("%d lines written to %s.".formatted(entries.size(), out));
        }
        return ExitCode.DONE;
    }

    private void print(List<JournalEntry> entries, PrintStream to) {
        Function<JournalEntry, String> form =
                json ? entry -> asJson(entry).toString() : csv ? JournalCommand::asCsv : JournalCommand::asText;
        if (csv) {
            to.print(HEAD + "\r\n");
        }
        for (JournalEntry entry : entries) {
            to.print(form.apply(entry) + (csv ? "\r\n" : System.lineSeparator()));
        }
    }

    private static String asText(JournalEntry entry) {
        return "%s  %-8s %-28s %s  %s  by %s%s"
                .formatted(
                        TIME.format(entry.at()),
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.call(),
                        entry.stackName(),
                        entry.region(),
                        entry.caller().substring(entry.caller().lastIndexOf(':') + 1),
                        entry.words() == null ? "" : ": " + entry.words());
    }

    private static ObjectNode asJson(JournalEntry entry) {
        return JSON.createObjectNode()
                .put("at", entry.at().toString())
                .put("kind", entry.kind().name())
                .put("call", entry.call())
                .put("caller", entry.caller())
                .put("account", entry.account())
                .put("region", entry.region())
                .put("blueprint", entry.blueprint())
                .put("suffix", entry.suffix())
                .put("stackName", entry.stackName())
                .put("stackId", entry.stackId())
                .put("token", entry.token())
                .put("changeSet", entry.changeSet())
                .put("words", entry.words())
                .put("operation", entry.operationId());
    }

    private static String asCsv(JournalEntry entry) {
        return Stream.of(
                        entry.at().toString(),
                        entry.kind().name(),
                        entry.call(),
                        entry.caller(),
                        entry.account(),
                        entry.region(),
                        entry.blueprint(),
                        entry.suffix(),
                        entry.stackName(),
                        text(entry.stackId()),
                        text(entry.token()),
                        text(entry.changeSet()),
                        text(entry.words()),
                        entry.operationId())
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
