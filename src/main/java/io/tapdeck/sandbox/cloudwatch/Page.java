package io.tapdeck.sandbox.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the token of the next part.
 *
 * @param nextToken null at the end
 */
record Page<T>(List<T> items, @Nullable String nextToken) {

    /** At most {@code size} items from where a token points to; from the beginning without one. */
    static <T> Page<T> of(List<T> all, @Nullable String token, int size) {
        int from = Math.min(offset(token), all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : null);
    }

    /** The token for what begins after {@code offset} items. */
    static String token(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("offset:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    /** Where a token points to; 0 without one. */
    static int offset(@Nullable String token) {
        if (token == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(text.substring("offset:".length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusals.invalidToken();
        }
    }
}
