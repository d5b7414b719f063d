package io.tapdeck.blueprint.thirdblueprint.stack;

import io.tapdeck.blueprint.stack.BlueprintAlarms;
import io.tapdeck.blueprint.stack.EnvironmentStack;
import io.tapdeck.blueprint.thirdblueprint.NoteBoard;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.EnvironmentDefinition;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A topic for notes, the queue that keeps them, and alarms that tell people. */
final class NoteBoardStack extends EnvironmentStack {

    @SuppressWarnings("this-escape") // A construct is in its tree from its own constructor on; that is how CDK works.
    NoteBoardStack(Construct scope, String id, EnvironmentDefinition definition) {
        super(scope, id, definition, "A board of notes");
        Queue queue = Queue.Builder.create(this, "Notes-" + definition.suffix())
                .queueName("notes-" + definition.suffix())
                .retentionPeriod(Duration.days(definition.number(NoteBoard.RETENTION_DAYS)))
                .enforceSsl(true)
                .build();
        Topic topic =
                Topic.Builder.create(this, "NoteTopic-" + definition.suffix()).build();
        topic.addSubscription(new SqsSubscription(queue));

        Topic alarmTopic =
                Topic.Builder.create(this, "AlarmTopic-" + definition.suffix()).build();
        definition.recipients().forEach(address -> alarmTopic.addSubscription(new EmailSubscription(address)));
        BlueprintAlarms alarms = new BlueprintAlarms(this, definition, alarmTopic);
        for (AlarmDescription alarm : new NoteBoard().alarms()) {
            definition
                    .alarm(alarm.id())
                    .filter(rule -> rule.enabled())
                    .ifPresent(
                            rule -> alarms.add("", "A note is large", alarm, rule, dimension -> queue.getQueueName()));
        }
        output("TopicArn", "Where notes come in", topic.getTopicArn());
        output("QueueUrl", "Where notes wait", queue.getQueueUrl());
    }
}
