package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.world.LiveResource;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The properties of a queue that its messages feel, with SQS's defaults (API reference, "SetQueueAttributes").
 *
 * @param maxReceiveCount after how many receives a message goes to the dead-letter queue; empty without one
 * @param deadLetterRetention how long the dead-letter queue keeps a message, counted from when it was first sent
 */
record QueueSettings(
        Duration visibilityTimeout, Duration retention, OptionalInt maxReceiveCount, Duration deadLetterRetention) {

    private static final String RETENTION = "/MessageRetentionPeriod";
    private static final String FOUR_DAYS = "345600";

    /** Those of a queue whose redrive policy names {@code deadLetters}. */
    static QueueSettings of(LiveResource queue, LiveResource deadLetters) {
        QueueSettings alone = of(queue);
        return new QueueSettings(
                alone.visibilityTimeout,
                alone.retention,
                OptionalInt.of(Integer.parseInt(queue.property("/RedrivePolicy/maxReceiveCount", "10"))),
                seconds(deadLetters, RETENTION, FOUR_DAYS));
    }

    /** Those of a queue without a dead-letter queue. */
    static QueueSettings of(LiveResource queue) {
        return new QueueSettings(
                seconds(queue, "/VisibilityTimeout", "30"),
                seconds(queue, RETENTION, FOUR_DAYS),
                OptionalInt.empty(),
                Duration.ZERO);
    }

    private static Duration seconds(LiveResource queue, String property, String usual) {
        return Duration.ofSeconds(Long.parseLong(queue.property(property, usual)));
    }
}
