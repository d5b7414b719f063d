package io.tapdeck.sandbox.cloudwatch.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What lies in a bucket, by storage type: the objects of each day age together, as the lifecycle's rule says. */
final class BucketStorage {

    private static final String STANDARD = "StandardStorage";

    private final QueueHistory history;
    /** The storage type that objects have from an age in days on. */
    private final TreeMap<Long, String> typeByAge = new TreeMap<>();

    private long expiresAfter = Long.MAX_VALUE;

    /** The storage of a bucket that is filled by a queue's jobs. */
    BucketStorage(LiveResource bucket, QueueHistory history) {
        this.history = history;
        typeByAge.put(0L, STANDARD);
        for (JsonNode rule : bucket.properties().path("LifecycleConfiguration").path("Rules")) {
            if (rule.path("Status").asText().equals("Enabled")) {
                for (JsonNode transition : rule.path("Transitions")) {
                    typeByAge.put(
                            transition.path("TransitionInDays").asLong(),
                            type(transition.path("StorageClass").asText()));
                }
                expiresAfter =
                        Math.min(expiresAfter, rule.path("ExpirationInDays").asLong(Long.MAX_VALUE));
            }
        }
    }

    /** The storage types that objects come through. */
    Set<String> types() {
        return new LinkedHashSet<>(typeByAge.values());
    }

    /** The jobs whose objects lie in certain storage types at a midnight. */
    long jobs(Instant midnight, Predicate<String> type) {
        long jobs = 0;
        Instant first = history.start().truncatedTo(ChronoUnit.DAYS);
        for (Instant day = first; day.isBefore(midnight); day = day.plus(1, ChronoUnit.DAYS)) {
            long age = Duration.between(day, midnight).toDays() - 1;
            if (age < expiresAfter && type.test(typeByAge.floorEntry(age).getValue())) {
                jobs += history.doneBefore(day.plus(1, ChronoUnit.DAYS)) - history.doneBefore(day);
            }
        }
        return jobs;
    }

    /** S3 user guide, "Metrics and dimensions", StorageType. */
    private static String type(String storageClass) {
        return switch (storageClass) {
            case "INTELLIGENT_TIERING" -> "IntelligentTieringFAStorage";
            case "STANDARD_IA" -> "StandardIAStorage";
            case "ONEZONE_IA" -> "OneZoneIAStorage";
            case "GLACIER_IR" -> "GlacierInstantRetrievalStorage";
            case "GLACIER" -> "GlacierStorage";
            case "DEEP_ARCHIVE" -> "DeepArchiveStorage";
            default -> STANDARD;
        };
    }
}
