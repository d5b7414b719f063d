package io.tapdeck.sandbox.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of what lies in a bucket (S3 API reference, ListObjectsV2 and ListObjectVersions).
 *
 * @param items in order of their keys
 * @param commonPrefixes what the keys begin with that have the delimiter after the prefix; they are not among the items
 * @param last the last item that was looked at, when more follow; null on the last page
 */
record Listing<T>(
        List<T> items,
        List<String> commonPrefixes,
        @Nullable T last) {

    /** The most that a page has. */
    static final int LARGEST = 1_000;

    /**
     * A page.
     *
     * @param all what comes after the page before
     * @param key of an item
     * @param maxKeys null for the most
     */
    static <T> Listing<T> of(
            List<T> all,
            Function<T, String> key,
            @Nullable String prefix,
            @Nullable String delimiter,
            @Nullable Integer maxKeys) {
        int most = Math.min(Objects.requireNonNullElse(maxKeys, LARGEST), LARGEST);
        if (most < 0) {
            throw Refusals.invalidArgument("Argument max-keys must be an integer between 0 and 2147483647");
        }
        String begin = Objects.requireNonNullElse(prefix, "");
        List<T> items = new ArrayList<>();
        SequencedSet<String> prefixes = new LinkedHashSet<>();
        T last = null;
        for (T item :
                all.stream().filter(one -> key.apply(one).startsWith(begin)).toList()) {
            String common = commonPrefix(key.apply(item), begin.length(), delimiter);
            boolean counts = common == null || !prefixes.contains(common);
            if (counts && items.size() + prefixes.size() == most) {
                return new Listing<>(items, List.copyOf(prefixes), last);
            }
            if (common == null) {
                items.add(item);
            } else {
                prefixes.add(common);
            }
            last = item;
        }
        return new Listing<>(items, List.copyOf(prefixes), null);
    }

    private static @Nullable String commonPrefix(String key, int from, @Nullable String delimiter) {
        int end = delimiter == null || delimiter.isEmpty() ? -1 : key.indexOf(delimiter, from);
        return end < 0 || delimiter == null ? null : key.substring(0, end + delimiter.length());
    }

    boolean truncated() {
        return last != null;
    }

    /** A key as the request wants it: XML cannot carry every character, so clients ask for {@code url}. */
    static String spelled(String key, @Nullable String encodingType) {
        return "url".equals(encodingType)
                ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/")
                : key;
    }
}
