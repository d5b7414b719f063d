package io.tapdeck.sandbox.cloudwatch.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Buckets (S3 user guide, "Metrics and dimensions"): what is stored, once a day; requests every minute, for each of the
 * bucket's MetricsConfigurations and while there are some. Every job that is done stores an object. A bucket of a stack
 * without a queue stays empty.
 */
final class BucketWorkload implements Workload {

    private static final String NAMESPACE = "AWS/S3";
    private static final String COUNT = "Count";
    private static final String BYTES = "Bytes";
    private static final int CLIENT_ERRORS = 31;
    private static final int SERVER_ERRORS = 33;

    private final ResourceWorld world;
    private final QueueHistories histories;
    private final BackupParameters.Bucket parameters;

    BucketWorkload(ResourceWorld world, QueueHistories histories, BackupParameters.Bucket parameters) {
        this.world = world;
        this.histories = histories;
        this.parameters = parameters;
    }

    /** Requests in a minute. */
    private record Requests(long puts, long reads) {
        long all() {
            return puts + reads;
        }
    }

    private interface Use {
        Optional<Requests> at(Instant minute);
    }

    @Override
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (LiveResource bucket : world.ofType("AWS::S3::Bucket")) {
            histories.filling(bucket).ifPresent(history -> {
                all.addAll(stored(bucket, history));
                for (JsonNode configuration : bucket.properties().path("MetricsConfigurations")) {
                    all.addAll(
                            requests(bucket, history, configuration.path("Id").asText()));
                }
            });
        }
        return all;
    }

    private List<Series> stored(LiveResource bucket, QueueHistory history) {
        boolean logs = world.ofType("AWS::S3::Bucket").stream()
                .anyMatch(other -> other.property("/LoggingConfiguration/DestinationBucketName", "")
                        .equals(bucket.physicalId()));
        double objects = logs ? parameters.logsPerJob() : 1;
        double bytes = logs ? parameters.logsPerJob() * parameters.bytesPerLog() : parameters.bytesPerJob();
        BucketStorage storage = new BucketStorage(bucket, history);
        List<Series> all = new ArrayList<>();
        all.add(stored(
                bucket, "NumberOfObjects", "AllStorageTypes", COUNT, at -> storage.jobs(at, any -> true), objects));
        for (String type : storage.types()) {
            all.add(stored(bucket, "BucketSizeBytes", type, BYTES, at -> storage.jobs(at, type::equals), bytes));
        }
        return all;
    }

    private interface Jobs {
        long storedAt(Instant midnight);
    }

    private static Series stored(
            LiveResource bucket, String name, String storageType, String unit, Jobs jobs, double perJob) {
        return Series.everyDay(
                NAMESPACE,
                name,
                Map.of("BucketName", bucket.physicalId(), "StorageType", storageType),
                unit,
                bucket.createdAt(),
                at -> Optional.of(Math.rint(jobs.storedAt(at) * perJob))
                        .filter(value -> value > 0)
                        .map(StatisticSet::of));
    }

    private List<Series> requests(LiveResource bucket, QueueHistory history, String filter) {
        Noise noise = Noise.of(bucket.physicalId());
        Use use = at -> history.at(at)
                .map(minute -> new Requests(minute.deleted(), Math.round(minute.received() * parameters.readsPerJob())))
                .filter(requests -> requests.all() > 0);
        Instant since = bucket.createdAt();
        return List.of(
                series(
                        bucket,
                        filter,
                        "AllRequests",
                        COUNT,
                        at -> use.at(at).map(one -> StatisticSet.of(1, (double) one.all()))),
                series(
                        bucket,
                        filter,
                        "PutRequests",
                        COUNT,
                        at -> use.at(at)
                                .filter(one -> one.puts() > 0)
                                .map(one -> StatisticSet.of(1, (double) one.puts()))),
                series(
                        bucket,
                        filter,
                        "4xxErrors",
                        COUNT,
                        at -> use.at(at)
                                .map(one -> errors(one, parameters.clientErrors(), since, at, noise, CLIENT_ERRORS))),
                series(
                        bucket,
                        filter,
                        "5xxErrors",
                        COUNT,
                        at -> use.at(at)
                                .map(one -> errors(one, parameters.serverErrors(), since, at, noise, SERVER_ERRORS))),
                series(
                        bucket,
                        filter,
                        "BytesUploaded",
                        BYTES,
                        at -> use.at(at)
                                .filter(one -> one.puts() > 0)
                                .map(one -> uploaded(one.puts(), noise.at(at.getEpochSecond(), 6)))));
    }

    private static Series series(LiveResource bucket, String filter, String name, String unit, Series.Values values) {
        Map<String, String> dimensions = Map.of("BucketName", bucket.physicalId(), "FilterId", filter);
        return Series.everyMinute(NAMESPACE, name, dimensions, unit, bucket.createdAt(), values);
    }

    /** Each request counts, as 0 or 1: the average is the rate of errors. */
    private StatisticSet errors(
            Requests requests, Episodes episodes, Instant since, Instant at, Noise noise, int stream) {
        boolean fails = episodes.at(Duration.between(since, at).toMinutes(), noise, stream)
                .isPresent();
        long errors = fails ? Math.max(1, Math.round(requests.all() * parameters.errorShare())) : 0;
        return new StatisticSet(requests.all(), errors, errors == requests.all() ? 1 : 0, fails ? 1 : 0);
    }

    private StatisticSet uploaded(long puts, double chance) {
        double average = Math.rint(parameters.bytesPerJob() * (0.85 + 0.3 * chance));
        return new StatisticSet(puts, average * puts, Math.rint(average * 0.2), Math.rint(average * 2.5));
    }
}
