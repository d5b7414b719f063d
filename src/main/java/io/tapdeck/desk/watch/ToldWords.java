package io.tapdeck.desk.watch;

import io.tapdeck.monitor.AlarmActions;
import io.tapdeck.monitor.TopicSubscriptions;
import io.tapdeck.monitor.TopicSubscriptions.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told by an alarm, in sentences. */
final class ToldWords {
    private ToldWords() {}

    /**
     * The sentences, at least one.
     *
     * @param topics what is known of the topics by ARN; one that is absent is being asked for
     */
    static List<String> of(AlarmActions actions, boolean enabled, Map<String, TopicSubscriptions> topics) {
        if (!enabled) {
            return List.of("Its actions are off: nobody is told.");
        }
        List<String> onAlarm =
                actions.topics().stream().filter(actions.onAlarm()::contains).toList();
        if (onAlarm.isEmpty()) {
            return List.of(
                    actions.onAlarm().isEmpty()
                            ? "Nobody is told: it has no action on ALARM."
                            : "It acts on ALARM, but tells no topic.");
        }
        return onAlarm.stream()
                .flatMap(arn -> sentences(arn.substring(arn.lastIndexOf(':') + 1), topics.get(arn)).stream())
                .toList();
    }

    private static List<String> sentences(String topic, @Nullable TopicSubscriptions subscriptions) {
        return switch (subscriptions) {
            case null -> List.of("Tells the topic " + topic + ". Reading who hears it.");
            case TopicSubscriptions.NotAllowed _ ->
                List.of("Tells the topic " + topic
                        + ". This session may not see who hears it: sns:ListSubscriptionsByTopic is missing.");
            case TopicSubscriptions.NoTopic _ -> List.of("Nobody is told: there is no topic " + topic + ".");
            case TopicSubscriptions.NotKnown(String reason) ->
                List.of("Tells the topic " + topic + ". Who hears it is not known: " + reason);
            case TopicSubscriptions.Known known -> known(topic, known);
        };
    }

    private static List<String> known(String topic, TopicSubscriptions.Known known) {
        List<String> sentences = new ArrayList<>();
        if (known.nobody()) {
            sentences.add("Nobody is told: the topic " + topic + " has no confirmed subscription.");
        } else {
            sentences.add("Tells " + names(known, true) + ".");
        }
        if (known.pending() > 0) {
            sentences.add("Not confirmed yet: " + names(known, false) + ". The link in the mail from SNS confirms it.");
        }
        return sentences;
    }

    private static String names(TopicSubscriptions.Known known, boolean confirmed) {
        List<String> names = known.subscriptions().stream()
                .filter(subscription -> subscription.confirmed() == confirmed)
                .map(Subscription::endpoint)
                .toList();
        return names.size() <= 2
                ? String.join(" and ", names)
                : names.getFirst() + " and " + (names.size() - 1) + " more";
    }
}
