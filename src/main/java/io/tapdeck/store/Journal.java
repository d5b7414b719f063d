package io.tapdeck.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to accounts from this computer: written before each call, append-only, never pruned (a line is a few
 * hundred bytes, and an audit log with holes is none). It tells an administrator who did what, and the next start what the
 * last one did not finish. Thread-safe, and safe for several processes at once.
 */
public interface Journal {

    /**
     * Adds a line; when this returns, the line survives the process and the computer.
     *
     * @throws StoreException if it cannot be written; then the call must not be made
     */
    void write(JournalEntry entry);

    /** Whether there is a journal: where nothing can be written no line is taken, and those of before are not read. */
    default boolean kept() {
        return true;
    }

    /** Every line, oldest first. */
    List<JournalEntry> entries();

    /** The lines of one operation, oldest first. */
    List<JournalEntry> of(String operationId);

    /** The lines of the operations that have begun and not ended, oldest first. */
    List<JournalEntry> unfinished();

    /** The regions in which stacks of an account were changed, by name. */
    List<String> regions(String account);

    /**
     * A page of the lines, the newest first.
     *
     * @param below lines with smaller numbers only: the last number of the page before; {@link Long#MAX_VALUE} for the first
     * @param most how many lines at most, 1 or more
     */
    List<Line> newest(Filter filter, long below, int most);

    /**
     * A line and its place.
     *
     * @param number grows from line to line; there may be gaps
     */
    record Line(long number, JournalEntry entry) {}

    /**
     * Which lines are wanted; null for all.
     *
     * @param account 12 digits
     * @param region the region of the line's stack
     */
    record Filter(
            @Nullable String account,
            @Nullable String region,
            @Nullable String blueprint,
            @Nullable String suffix) {
        /** Every line. */
        public static final Filter ALL = new Filter(null, null, null, null);
    }
}
