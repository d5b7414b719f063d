package io.tapdeck.sandbox.cloudwatch.workload;

import java.util.OptionalLong;

/**
 * What happened to a queue and to its dead letters in a minute, and what stands at its end.
 *
 * @param visible waiting to be received
 * @param notVisible received, neither deleted nor visible again
 * @param oldestAge of the oldest message, in seconds, without those that were received three times or more; empty without
 *     any (SQS developer guide, "Available CloudWatch metrics for Amazon SQS")
 * @param expired messages that were kept for as long as the retention says, dead letters too
 * @param dead in the dead-letter queue
 * @param buried went to the dead-letter queue; SQS does not count them as sent
 * @param redriven went back from there
 * @param oldestDeadAge in seconds since it went there; empty without any
 */
record QueueMinute(
        long sent,
        long received,
        long deleted,
        long visible,
        long notVisible,
        OptionalLong oldestAge,
        long expired,
        long dead,
        long buried,
        long redriven,
        OptionalLong oldestDeadAge) {}
