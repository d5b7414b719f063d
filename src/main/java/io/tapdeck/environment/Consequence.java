package io.tapdeck.environment;

/**
 * What follows from an option, in the wizard's words.
 *
 * @param kind how it is marked
 * @param text one sentence
 */
public record Consequence(Kind kind, String text) {

    /** How a consequence is marked. */
    public enum Kind {
        /** Something is lost. */
        LOSS,
        /** Something is kept, or made easy. */
        GAIN,
        /** Something is refused until a choice is taken back. */
        LOCK
    }
}
