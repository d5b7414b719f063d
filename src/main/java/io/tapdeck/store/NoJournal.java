package io.tapdeck.store;

import java.util.List;

/** The journal where nothing can be kept: it has no lines and takes none, so that nothing happens unrecorded. */
final class NoJournal implements Journal {
    @Override
    public void write(JournalEntry entry) {
        throw new StoreException(
                "Tapdeck's data folder cannot be written. Make it writable, then start again.",
                new IllegalStateException("the store lives in memory"));
    }

    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public List<JournalEntry> entries() {
        return List.of();
    }

    @Override
    public List<JournalEntry> of(String operationId) {
        return List.of();
    }

    @Override
    public List<JournalEntry> unfinished() {
        return List.of();
    }

    @Override
    public List<String> regions(String account) {
        return List.of();
    }

    @Override
    public List<Line> newest(Filter filter, long below, int most) {
        return List.of();
    }
}
