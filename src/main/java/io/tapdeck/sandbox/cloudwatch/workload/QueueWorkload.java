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
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Queues (SQS developer guide, "Available CloudWatch metrics for Amazon SQS"): one value a minute. The age of the oldest
 * message is given while there is one, messages in flight while there are some, the rest while the queue is active: for six
 * hours after it held a message or somebody used it.
 */
final class QueueWorkload implements Workload {

    private static final String COUNT = "Count";
    private static final Duration ACTIVE = Duration.ofHours(6);

    private final ResourceWorld world;
    private final QueueHistories histories;

    QueueWorkload(ResourceWorld world, QueueHistories histories) {
        this.world = world;
        this.histories = histories;
    }

    @Override
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (LiveResource queue : world.ofType("AWS::SQS::Queue")) {
            List<QueueHistory> sources =
                    histories.sourcesOf(queue).stream().map(histories::of).toList();
            all.addAll(sources.isEmpty() ? worked(queue, histories.of(queue)) : buried(queue, sources));
        }
        return all;
    }

    /** A worker polls it all the time, so that it is always active. */
    private static List<Series> worked(LiveResource queue, QueueHistory history) {
        Function<ToLongFunction<QueueMinute>, Series.Values> always =
                count -> at -> history.at(at).map(minute -> one(count.applyAsLong(minute)));
        return List.of(
                series(
                        queue,
                        "ApproximateAgeOfOldestMessage",
                        "Seconds",
                        at -> history.at(at).flatMap(minute -> value(minute.oldestAge()))),
                series(queue, "ApproximateNumberOfMessagesVisible", COUNT, always.apply(QueueMinute::visible)),
                series(
                        queue,
                        "ApproximateNumberOfMessagesNotVisible",
                        COUNT,
                        at -> history.at(at)
                                .filter(minute -> minute.notVisible() > 0)
                                .map(minute -> one(minute.notVisible()))),
                series(queue, "NumberOfMessagesSent", COUNT, always.apply(QueueMinute::sent)),
                series(queue, "NumberOfMessagesReceived", COUNT, always.apply(QueueMinute::received)),
                series(queue, "NumberOfMessagesDeleted", COUNT, always.apply(QueueMinute::deleted)));
    }

    /** Nobody receives or sends here: letters are moved in, and out again. */
    private static List<Series> buried(LiveResource queue, List<QueueHistory> sources) {
        Series.Values none = at -> isActive(queue, sources, at) ? Optional.of(StatisticSet.of(0)) : Optional.empty();
        return List.of(
                series(
                        queue,
                        "ApproximateAgeOfOldestMessage",
                        "Seconds",
                        at -> value(sources.stream()
                                .flatMap(source -> source.at(at).stream())
                                .flatMapToLong(minute -> minute.oldestDeadAge().stream())
                                .max())),
                series(
                        queue,
                        "ApproximateNumberOfMessagesVisible",
                        COUNT,
                        at -> isActive(queue, sources, at) ? Optional.of(one(dead(sources, at))) : Optional.empty()),
                series(queue, "NumberOfMessagesSent", COUNT, none),
                series(queue, "NumberOfMessagesReceived", COUNT, none),
                series(queue, "NumberOfMessagesDeleted", COUNT, none));
    }

    private static boolean isActive(LiveResource queue, List<QueueHistory> sources, Instant at) {
        Instant from = at.minus(ACTIVE);
        if (queue.createdAt().isAfter(from)) {
            return true;
        }
        for (Instant minute = at; minute.isAfter(from); minute = minute.minusSeconds(60)) {
            if (dead(sources, minute) > 0) {
                return true;
            }
        }
        return false;
    }

    private static long dead(List<QueueHistory> sources, Instant at) {
        return sources.stream()
                .flatMap(source -> source.at(at).stream())
                .mapToLong(QueueMinute::dead)
                .sum();
    }

    private static Optional<StatisticSet> value(OptionalLong value) {
        return value.isPresent() ? Optional.of(one(value.getAsLong())) : Optional.empty();
    }

    private static StatisticSet one(long value) {
        return StatisticSet.of((double) value);
    }

    private static Series series(LiveResource queue, String name, String unit, Series.Values values) {
        String queueName = queue.attributes().path("QueueName").asText();
        return Series.everyMinute("AWS/SQS", name, Map.of("QueueName", queueName), unit, queue.createdAt(), values);
    }
}
