package io.tapdeck.desk.kit;

import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A journal that forgets with the test. Every call fails the test if it comes from the JavaFX thread. */
public final class MemoryJournal implements Journal {
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void write(JournalEntry entry) {
        OffScreen.require();
        entries.add(entry);
    }

    @Override
    public List<JournalEntry> entries() {
        OffScreen.require();
        return List.copyOf(entries);
    }

    @Override
    public List<JournalEntry> of(String operationId) {
        return entries().stream()
                .filter(entry -> entry.operationId().equals(operationId))
                .toList();
    }

    @Override
    public List<JournalEntry> unfinished() {
        var ended = entries().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.ENDED)
                .map(JournalEntry::operationId)
                .collect(Collectors.toSet());
        return entries().stream()
                .filter(entry -> !ended.contains(entry.operationId()))
                .toList();
    }

    @Override
    public List<Line> newest(Filter filter, long below, int most) {
        List<JournalEntry> all = entries();
        return IntStream.range(0, all.size())
                .mapToObj(number -> new Line(number, all.get(number)))
                .toList()
                .reversed()
                .stream()
                .filter(line -> line.number() < below && matches(filter, line.entry()))
                .limit(most)
                .toList();
    }

    private static boolean matches(Filter filter, JournalEntry entry) {
        return matches(filter.account(), entry.account())
                && matches(filter.region(), entry.region())
                && matches(filter.blueprint(), entry.blueprint())
                && matches(filter.suffix(), entry.suffix());
    }

    private static boolean matches(@Nullable String wanted, String is) {
        return wanted == null || Objects.equals(wanted, is);
    }

    @Override
    public List<String> regions(String account) {
        return entries().stream()
                .filter(entry -> entry.account().equals(account))
                .map(JournalEntry::region)
                .distinct()
                .sorted()
                .toList();
    }
}
