package io.tapdeck.environment;

/** What a change of a setting does to an environment that already runs. */
public enum Mutability {
    /** Changed without replacing anything. */
    IN_PLACE("changed in place"),
    /** Replaces a resource; no data is lost. */
    REPLACES("replaces resources, no data is lost"),
    /** Replaces a resource that holds data; the data is lost. */
    REPLACES_LOSING_DATA("replaces resources: their data is lost"),
    /** Can be chosen once, when the environment is made. */
    FIXED("fixed after creation");

    private final String words;

    Mutability(String words) {
        this.words = words;
    }

    /** A few words for it. */
    public String words() {
        return words;
    }
}
