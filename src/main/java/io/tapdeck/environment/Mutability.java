package io.tapdeck.environment;

/** What a change of a setting does to an environment that already runs. */
public enum Mutability {
    /** Changed without replacing anything. */
    IN_PLACE,
    /** Replaces a resource; no data is lost. */
    REPLACES,
    /** Replaces a resource that holds data; the data is lost. */
    REPLACES_LOSING_DATA,
    /** Can be chosen once, when the environment is made. */
    FIXED
}
