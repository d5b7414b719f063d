package io.tapdeck.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what an administrator tells an account from the others. It stays on this computer: AWS's own account alias, which the
 * sign-in page shows, is another thing.
 *
 * @param alias a word or two of at most {@link #LONGEST} characters; empty for none
 * @param color null for none
 */
public record AccountMark(String alias, @Nullable AccountColor color) {
    /** As much as the list of environments has room for beside the account's number. */
    public static final int LONGEST = 12;

    /** Neither an alias nor a colour. */
    public static final AccountMark NONE = new AccountMark("", null);

    /** @throws IllegalArgumentException if the alias is not one */
    public AccountMark {
        problem(alias).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
        alias = alias.strip();
    }

    /** Why a text cannot be an alias, and what to do about it; empty if it can. */
    public static Optional<String> problem(String alias) {
        if (alias.strip().codePoints().count() > LONGEST) {
            return Optional.of("An alias has at most %d characters. Shorten it.".formatted(LONGEST));
        }
        return alias.codePoints().allMatch(AccountMark::shows)
                ? Optional.empty()
                : Optional.of("An alias is letters, digits, spaces and signs. Take out what cannot be seen.");
    }

    /** Control and format characters would break lines, or turn the reading order of the account's number. */
    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
