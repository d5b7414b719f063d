package io.tapdeck.deploy;

/** What is done to a stack. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE;

    /** The StackStatus of a stack to which it was done. */
    public String end() {
        return this + "_COMPLETE";
    }
}
