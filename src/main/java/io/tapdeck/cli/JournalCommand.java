package io.tapdeck.cli;

import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and exports the journal: who changed what from this computer, when, and what came of it. */
@Command(
        name = "journal",
        description = "Who changed what from this computer, when, and what came of it; the oldest first.")
final class JournalCommand implements Callable<Integer> {
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
        Journal journal = engines.store().journal();
        if (!journal.kept()) {
            // No lines would be told as nothing done.
            throw CommandFailure.failed("The journal cannot be read.");
        }
        List<JournalEntry> entries = journal.entries().stream()
                .filter(entry -> suffix == null || entry.suffix().equals(suffix))
                .toList();
        if (out == null) {
            terminal.out().print(text(entries));
            terminal.out().flush();
        } else {
            try {
                Files.writeString(out, text(entries));
            } catch (IOException e) {
                throw CommandFailure.failed("%s cannot be written: %s.".formatted(out, CommandFailure.reason(e)));
            }
            terminal.err().println("%d lines written to %s.".formatted(entries.size(), out));
        }
        return ExitCode.DONE;
    }

    private String text(List<JournalEntry> entries) {
        if (json) {
            return JournalExport.jsonLines(entries);
        }
        return csv
                ? JournalExport.csv(entries)
                : entries.stream()
                        .map(entry -> asText(entry) + System.lineSeparator())
                        .collect(Collectors.joining());
    }

    private static String asText(JournalEntry entry) {
        return "%s  %-16s %-28s %s  %s  by %s%s"
                .formatted(
                        Times.local(entry.at()),
                        entry.kind().words(),
                        entry.call(),
                        entry.stackName(),
                        entry.region(),
                        entry.caller().substring(entry.caller().lastIndexOf(':') + 1),
                        entry.words() == null ? "" : ": " + entry.words());
    }
}
