package io.tapdeck.sandbox.faults;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Which of the times that something fits are meant, {@code #N}, {@code #N-M} or {@code #N+}; counts them. */
final class Occurrences {

    /** What stands between the name and the equals sign: four groups, the second of them the first number. */
    static final String PATTERN = "(#(\\d{1,9})(\\+|-(\\d{1,9}))?)?";

    private final long first;
    private final long last;
    private final AtomicLong counted = new AtomicLong();

    private Occurrences(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Reads the groups of {@link #PATTERN} but the first.
     *
     * @throws IllegalArgumentException if they are no range
     */
    static Occurrences of(String spec, @Nullable String only, @Nullable String more, @Nullable String to) {
        long first = only == null ? 1 : Long.parseLong(only);
        boolean all = only == null || "+".equals(more);
        long last = all ? Long.MAX_VALUE : to == null ? first : Long.parseLong(to);
        if (first < 1 || last < first) {
            throw CallFaultRule.bad(
                    spec,
                    "Calls count from 1: #3 is the third, #3-5 the third to the fifth, #3+ the third and all"
                            + " after it.");
        }
        return new Occurrences(first, last);
    }

    /** Counts one more, and says whether it is meant. */
    boolean next() {
        long number = counted.incrementAndGet();
        return first <= number && number <= last;
    }
}
