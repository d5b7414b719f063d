package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Tables (DynamoDB developer guide, "DynamoDB Metrics and dimensions"): values every minute, and only where they are not
 * zero. Every job reads and writes records; beyond what a table takes, requests are throttled. A table of a stack without a
 * queue is not used.
 */
final class TableWorkload implements Workload {

    private static final String NAMESPACE = "AWS/DynamoDB";
    private static final String COUNT = "Count";
    private static final int SYSTEM_ERRORS = 21;

    private final ResourceWorld world;
    private final QueueHistories histories;
    private final BackupParameters.Table parameters;

    TableWorkload(ResourceWorld world, QueueHistories histories, BackupParameters.Table parameters) {
        this.world = world;
        this.histories = histories;
        this.parameters = parameters;
    }

    /** Requests in a minute. */
    private record Requests(long asked, long throttled) {
        /** On its way to a table with a limit; half of what is beyond is throttled, the rest bursts through. */
        static Requests of(double asked, double limit) {
            return new Requests(Math.round(asked), Math.round(Math.max(0, asked - limit) / 2));
        }

        long served() {
            return asked - throttled;
        }
    }

    private interface Side {
        Optional<Requests> at(Instant minute);
    }

    @Override
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (LiveResource table : world.ofType("AWS::DynamoDB::Table")) {
            histories.ofStack(table.stackId()).ifPresent(history -> all.addAll(series(table, history)));
        }
        return all;
    }

    private List<Series> series(LiveResource table, QueueHistory history) {
        Noise noise = Noise.of(table.physicalId());
        double use = 0.7 + 0.6 * noise.at(0, 1);
        double writeLimit = limit(table, "WriteCapacityUnits", parameters.hotWrites() * use);
        double readLimit = limit(table, "ReadCapacityUnits", parameters.hotReads() * use);
        Side writes = at -> history.at(at)
                .map(minute -> Requests.of(minute.deleted() * parameters.writesPerJob() * use, writeLimit));
        Side reads = at -> history.at(at)
                .map(minute -> Requests.of(minute.received() * parameters.readsPerJob() * use, readLimit));
        List<Series> all = new ArrayList<>();
        all.addAll(side(table, "Write", "PutItem", writes, noise));
        all.addAll(side(table, "Read", "GetItem", reads, noise));
        return all;
    }

    private List<Series> side(LiveResource table, String side, String operation, Side requests, Noise noise) {
        Map<String, String> whole = Map.of("TableName", table.physicalId());
        Map<String, String> one = Map.of("TableName", table.physicalId(), "Operation", operation);
        Instant since = table.createdAt();
        return List.of(
                count("Consumed" + side + "CapacityUnits", whole, since, requests, Requests::served),
                count(side + "ThrottleEvents", whole, since, requests, Requests::throttled),
                count("ThrottledRequests", one, since, requests, Requests::throttled),
                Series.everyMinute(
                        NAMESPACE,
                        "SystemErrors",
                        one,
                        COUNT,
                        since,
                        at -> requests.at(at)
                                .filter(asked -> asked.served() > 0 && fails(at, since, noise))
                                .map(_ -> StatisticSet.of(1, Math.rint(1 + 2 * noise.at(at.getEpochSecond(), 4))))),
                Series.everyMinute(
                        NAMESPACE,
                        "SuccessfulRequestLatency",
                        one,
                        "Milliseconds",
                        since,
                        at -> requests.at(at)
                                .filter(asked -> asked.served() > 0)
                                .map(asked -> latency(asked.served(), noise.at(at.getEpochSecond(), 5)))));
    }

    private static Series count(
            String name,
            Map<String, String> dimensions,
            Instant since,
            Side requests,
            ToDoubleFunction<Requests> value) {
        return Series.everyMinute(
                NAMESPACE,
                name,
                dimensions,
                COUNT,
                since,
                at -> requests.at(at)
                        .map(value::applyAsDouble)
                        .filter(sum -> sum > 0)
                        .map(sum -> StatisticSet.of(1, sum)));
    }

    private boolean fails(Instant at, Instant since, Noise noise) {
        return parameters
                .systemErrors()
                .at(Duration.between(since, at).toMinutes(), noise, SYSTEM_ERRORS)
                .isPresent();
    }

    private StatisticSet latency(long requests, double chance) {
        double average = parameters.latency() * (0.8 + 0.5 * chance);
        return new StatisticSet(requests, average * requests, average * 0.6, average * 3);
    }

    /** What a table takes in a minute: its provisioned capacity, or what an on-demand table's partitions bear. */
    private static double limit(LiveResource table, String unit, double onDemand) {
        String provisioned = table.property("/ProvisionedThroughput/" + unit, "");
        boolean isOnDemand = table.property("/BillingMode", "").equals("PAY_PER_REQUEST") || provisioned.isEmpty();
        return isOnDemand ? onDemand : Long.parseLong(provisioned) * 60.0;
    }
}
