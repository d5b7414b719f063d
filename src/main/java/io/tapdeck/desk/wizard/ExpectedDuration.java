package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.PlannedResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How long an operation takes: the longest chain of resources that wait for one another.
 *
 * @param usual if every resource takes as long as it usually does
 * @param latest if every resource takes as long as is known
 */
record ExpectedDuration(Duration usual, Duration latest) {

    /**
     * The durations of an operation.
     *
     * @param resources in dependency order
     */
    static ExpectedDuration of(List<PlannedResource> resources) {
        return new ExpectedDuration(
                longest(resources, PlannedResource::usual), longest(resources, PlannedResource::latest));
    }

    private static Duration longest(List<PlannedResource> resources, Function<PlannedResource, Duration> length) {
        Map<String, Duration> ends = new HashMap<>();
        Duration end = Duration.ZERO;
        for (PlannedResource resource : resources) {
            Duration start = resource.dependsOn().stream()
                    .map(id -> ends.getOrDefault(id, Duration.ZERO))
                    .reduce(Duration.ZERO, ExpectedDuration::later);
            Duration finish = start.plus(length.apply(resource));
            ends.put(resource.id(), finish);
            end = later(end, finish);
        }
        return end;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
