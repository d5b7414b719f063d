package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The histories of the account's queues. The other resources of a stack work with its queue: they do something for every job
 * that is done.
 */
final class QueueHistories {

    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String BUCKET = "AWS::S3::Bucket";

    private record Identity(String url, Instant createdAt) {}

    private final AccountWorld account;
    private final BackupParameters parameters;
    private final Map<Identity, QueueHistory> histories = new HashMap<>();

    QueueHistories(AccountWorld account, BackupParameters parameters) {
        this.account = account;
        this.parameters = parameters;
    }

    /** A queue's history, with its settings as they are now. */
    QueueHistory of(LiveResource queue) {
        QueueSettings settings = account.ofType(QUEUE).stream()
                .filter(other -> isDeadLetterQueue(other, queue))
                .findFirst()
                .map(deadLetters -> QueueSettings.of(queue, deadLetters))
                .orElseGet(() -> QueueSettings.of(queue));
        QueueHistory history = histories.computeIfAbsent(
                new Identity(queue.physicalId(), queue.createdAt()),
                identity -> new QueueHistory(parameters, Noise.of(identity.url()), identity.createdAt(), settings));
        history.change(queue.changedAt(), settings);
        return history;
    }

    /** The queues whose dead letters go to a queue. */
    List<LiveResource> sourcesOf(LiveResource deadLetters) {
        return account.ofType(QUEUE).stream()
                .filter(queue -> isDeadLetterQueue(deadLetters, queue))
                .toList();
    }

    /** The history of the queue that a stack's jobs come through; empty for a stack without one. */
    Optional<QueueHistory> ofStack(String stackId) {
        return account.ofType(QUEUE).stream()
                .filter(queue -> queue.stackId().equals(stackId))
                .filter(queue -> sourcesOf(queue).isEmpty())
                .findFirst()
                .map(this::of);
    }

    /** The jobs that fill a bucket: its stack's or, for a replica, those of the bucket that it is a replica of. */
    Optional<QueueHistory> filling(LiveResource bucket) {
        return ofStack(bucket.stackId())
                .or(() -> account.ofType(BUCKET).stream()
                        .filter(source -> replicatesTo(source, bucket))
                        .findFirst()
                        .flatMap(source -> ofStack(source.stackId())));
    }

    private static boolean replicatesTo(LiveResource source, LiveResource bucket) {
        String arn = bucket.attributes().path("Arn").asText();
        for (var rule : source.properties().path("ReplicationConfiguration").path("Rules")) {
            if (rule.path("Destination").path("Bucket").asText().equals(arn)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeadLetterQueue(LiveResource queue, LiveResource source) {
        String target = source.property("/RedrivePolicy/deadLetterTargetArn", "");
        return !target.isEmpty() && target.equals(queue.attributes().path("Arn").asText());
    }
}
