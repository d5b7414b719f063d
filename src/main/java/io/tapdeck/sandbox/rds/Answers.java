package io.tapdeck.sandbox.rds;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.RdsException;

/** What RDS's Describe operations share: filters, and pages of {@code MaxRecords} with a {@code Marker} to the next. */
final class Answers {
    private static final int FEWEST = 20;
    private static final int MOST = 100;

    private Answers() {}

    /**
     * One page.
     *
     * @param marker where the next one goes on; null after the last
     */
    record Page<T>(List<T> items, @Nullable String marker) {}

    /** The page that a marker points to; the first one without a marker. */
    static <T> Page<T> page(List<T> all, @Nullable String marker, @Nullable Integer maxRecords) {
        int size = maxRecords == null ? MOST : maxRecords;
        if (size < FEWEST || size > MOST) {
            throw error(
                    "InvalidParameterValue",
                    "Invalid value " + size + " for MaxRecords. Must be between " + FEWEST + " and " + MOST);
        }
        int from = start(marker, all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? "from-" + to : null);
    }

    private static int start(@Nullable String marker, int size) {
        if (marker == null || marker.isEmpty()) {
            return 0;
        }
        try {
            return Math.min(Integer.parseUnsignedInt(marker.replace("from-", "")), size);
        } catch (NumberFormatException e) {
            throw error("InvalidParameterValue", "Invalid value for marker.");
        }
    }

    /**
     * What passes all filters: one of each filter's values must be the item's.
     *
     * @param names the filters that the operation has, and what they look at
     */
    static <T> List<T> filtered(List<T> items, List<Filter> filters, Map<String, Function<T, @Nullable String>> names) {
        List<T> passed = items;
        for (Filter filter : filters) {
            Function<T, @Nullable String> value = names.get(filter.name());
            if (value == null) {
                throw error("InvalidParameterValue", "Unrecognized filter name: " + filter.name());
            }
            passed = passed.stream()
                    .filter(item -> filter.values().contains(String.valueOf(value.apply(item))))
                    .toList();
        }
        return passed;
    }

    /** An error that RDS's model does not have a class for. */
    static RdsException error(String code, String message) {
        return (RdsException) RdsException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
