package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items of this page
 * @param nextToken absent on the last page
 */
record Page<T>(List<T> items, @Nullable String nextToken) {

    /** The most items on a page, as CloudFormation has it for stacks and events. */
    static final int SIZE = 100;

    /** The page that a token stands for; the first without one. */
    static <T> Page<T> of(List<T> all, @Nullable String token) {
        int from = token == null ? 0 : offset(token);
        int to = Math.min(all.size(), from + SIZE);
        String next = to < all.size()
                ? Base64.getUrlEncoder().encodeToString(("at:" + to).getBytes(StandardCharsets.UTF_8))
                : null;
        return new Page<>(List.copyOf(all.subList(Math.min(from, to), to)), next);
    }

    private static int offset(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("at:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            throw Refusals.validation("Invalid NextToken");
        }
    }
}
