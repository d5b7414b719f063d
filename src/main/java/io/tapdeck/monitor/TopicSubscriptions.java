package io.tapdeck.monitor;

import java.util.List;

/** Who hears what is published on an SNS topic. */
public sealed interface TopicSubscriptions {

    /** All subscriptions, as SNS lists them. */
    record Known(List<Subscription> subscriptions) implements TopicSubscriptions {
        public Known {
            subscriptions = List.copyOf(subscriptions);
        }

        /** How many are told. */
        public int confirmed() {
            return subscriptions.size() - pending();
        }

        /** How many have not yet followed the link in the mail that SNS has sent them. */
        public int pending() {
            return (int) subscriptions.stream()
                    .filter(subscription -> !subscription.confirmed())
                    .count();
        }

        /** Whether a message reaches nobody. */
        public boolean nobody() {
            return confirmed() == 0;
        }
    }

    /** This session may not list them: {@code sns:ListSubscriptionsByTopic} is missing. */
    record NotAllowed() implements TopicSubscriptions {}

    /** There is no such topic: whoever publishes on it tells nobody. */
    record NoTopic() implements TopicSubscriptions {}

    /**
     * SNS could not be asked.
     *
     * @param reason for people
     */
    record NotKnown(String reason) implements TopicSubscriptions {}

    /**
     * Somebody who wants to be told.
     *
     * @param protocol such as {@code email}
     * @param endpoint such as a mail address
     * @param confirmed whether they have confirmed it
     */
    record Subscription(String protocol, String endpoint, boolean confirmed) {}
}
