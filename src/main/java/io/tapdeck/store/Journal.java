package io.tapdeck.store;

import java.util.List;

/**
 * What was done to accounts from this computer: written before each call, never changed, never deleted. It tells an
 * administrator who did what, and the next start what the last one did not finish. Thread-safe, and safe for several
 * processes at once.
 */
public interface Journal {

    /**
     * Adds a line; when this returns, the line survives the process.
     *
     * @throws StoreException if it cannot be written; then the call must not be made
     */
    void write(JournalEntry entry);

    /** Every line, oldest first. */
    List<JournalEntry> entries();

    /** The lines of the operations that have begun and not ended, oldest first. */
    List<JournalEntry> unfinished();
}
