package io.tapdeck.cli;

import java.util.List;

/** What {@code doctor} finds out about this machine. */
@FunctionalInterface
interface Diagnosis {
    List<Check> checks();

    /**
     * One thing that Tapdeck needs.
     *
     * @param verdict how it stands
     * @param what such as "Node 20.20.2"
     * @param remedy how to mend it; empty if nothing needs mending
     */
    record Check(Verdict verdict, String what, String remedy) {}

    /** How a check ended. */
    enum Verdict {
        FINE,
        NOTE,
        MISSING
    }
}
