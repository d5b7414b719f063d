package io.tapdeck.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The colours that an account can have. Neither blue, which is for what is chosen or runs, nor violet, which is for the
 * sandbox.
 */
public enum AccountColor {
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    PINK;

    /** As it is kept, and as style sheets call it, such as {@code red}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour of an {@link #id}; empty if there is none, as in a store that a later Tapdeck wrote. */
    public static Optional<AccountColor> of(String id) {
        return Arrays.stream(values()).filter(color -> color.id().equals(id)).findFirst();
    }
}
