package io.tapdeck.monitor;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.PhysicalResource;
import java.util.List;

/**
 * What to watch.
 *
 * @param account 12 digits
 * @param region such as {@code us-east-1}
 * @param stackName tells environments apart
 * @param blueprint which charts and alarms it has
 * @param resources what has been made: the values of the metrics' dimensions
 */
public record Watched(
        String account, String region, String stackName, Blueprint blueprint, List<PhysicalResource> resources) {
    public Watched {
        resources = List.copyOf(resources);
    }
}
