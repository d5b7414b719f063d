package io.tapdeck.monitor;

import io.tapdeck.environment.Blueprint;
import java.util.Map;

/**
 * What to watch.
 *
 * @param account 12 digits
 * @param region such as {@code us-east-1}
 * @param stackName tells environments apart
 * @param blueprint which charts and alarms it has
 * @param physicalIds by resource type: the values of the metrics' dimensions
 */
public record Watched(
        String account, String region, String stackName, Blueprint blueprint, Map<String, String> physicalIds) {
    public Watched {
        physicalIds = Map.copyOf(physicalIds);
    }
}
