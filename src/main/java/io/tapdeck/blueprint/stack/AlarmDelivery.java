package io.tapdeck.blueprint.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

/** What CloudWatch needs to tell a topic of an alarm. Without it alarms change state and nobody is told. */
public final class AlarmDelivery {
    private static final ServicePrincipal CLOUDWATCH = new ServicePrincipal("cloudwatch.amazonaws.com");

    private AlarmDelivery() {}

    /**
     * Lets alarms of {@code stack}'s account and region publish to {@code topic}: a policy of its own replaces the topic's
     * default one, under which they may (SNS developer guide, "Example cases for Amazon SNS access control").
     */
    public static void letPublish(Stack stack, Topic topic) {
        String alarms = stack.formatArn(ArnComponents.builder()
                .service("cloudwatch")
                .resource("alarm")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName("*")
                .build());
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsPublish")
                .principals(List.of(CLOUDWATCH))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                // Sorted: a template is the same, byte by byte, whichever process makes it.
                .conditions(new TreeMap<>(Map.of(
                        "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                        "ArnLike", Map.of("aws:SourceArn", alarms))))
                .build());
    }

    /**
     * Lets alarms of {@code stack}'s account use {@code key}, which encrypts their topic (CloudWatch user guide, "Notifying
     * users on alarm changes", on encrypted topics).
     */
    public static void letUse(Stack stack, Key key) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsPublishToTheEncryptedTopic")
                .principals(List.of(CLOUDWATCH))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
                .build());
    }
}
