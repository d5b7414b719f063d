package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupAlarms;
import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;

/** The queue of backup jobs, and where those end that nobody could do. */
final class Queues {
    /**
     * The longest that SQS keeps a message. A dead letter's age counts from its first sending, so its queue keeps it as
     * long as any queue can (SQS developer guide, "Using dead-letter queues").
     */
    private static final Duration LONGEST = Duration.days(14);

    final Queue jobs;
    final Queue deadLetters;

    Queues(Stack stack, EnvironmentDefinition definition, IKey key, Names names) {
        deadLetters = Queue.Builder.create(stack, BackupAlarms.DEAD_LETTERS + "-" + definition.suffix())
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .enforceSsl(true)
                .retentionPeriod(LONGEST)
                .build();
        Queue.Builder builder = Queue.Builder.create(stack, BackupAlarms.QUEUE + "-" + definition.suffix())
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .enforceSsl(true)
                .visibilityTimeout(Duration.seconds(definition.number(BackupSettings.VISIBILITY_TIMEOUT)))
                .retentionPeriod(Duration.days(definition.number(BackupSettings.QUEUE_RETENTION_DAYS)))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(definition.number(BackupSettings.MAX_RECEIVE_COUNT))
                        .build());
        names.of(BackupAlarms.QUEUE).ifPresent(builder::queueName);
        jobs = builder.build();
    }
}
