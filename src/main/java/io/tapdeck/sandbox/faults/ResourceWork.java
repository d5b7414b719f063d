package io.tapdeck.sandbox.faults;

/** What CloudFormation does to a physical resource. */
public enum ResourceWork {
    /** It makes it. */
    CREATE,
    /** It changes it in place. */
    UPDATE,
    /** It takes it away, be it in a deletion, a rollback or a cleanup. */
    DELETE,
    /** It brings it back to what it was before an update that failed. */
    ROLLBACK;

    /** Whether it leads to what the template asks for. */
    public boolean goesForward() {
        return this == CREATE || this == UPDATE;
    }
}
