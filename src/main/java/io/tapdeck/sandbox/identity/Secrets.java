package io.tapdeck.sandbox.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/** Texts that nobody can guess. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Consonants, so that no word comes out, without those that look like another letter or digit. */
    private static final String CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final String KEY_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Secrets() {}

    /**
     * A text of {@code bytes} random bytes, of letters, digits, minus signs and underscores. It does not begin with a minus
     * sign: command lines such as the AWS CLI's would take it for an option.
     */
    static String token(int bytes) {
        byte[] random = new byte[bytes];
        String token;
        do {
            RANDOM.nextBytes(random);
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        } while (token.startsWith("-"));
        return token;
    }

    /** Two groups of four letters, as people type them: {@code BCDF-GHJK}. */
    static String userCode() {
        return letters(CODE_LETTERS, 4) + "-" + letters(CODE_LETTERS, 4);
    }

    /** Letters and digits as access key ids have them. */
    static String keyLetters(int length) {
        return letters(KEY_LETTERS, length);
    }

    private static String letters(String of, int length) {
        return RANDOM.ints(length, 0, of.length())
                .mapToObj(index -> of.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
