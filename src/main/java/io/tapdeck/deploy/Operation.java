package io.tapdeck.deploy;

/** What is done to a stack. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE
}
