package io.tapdeck.monitor;

import io.tapdeck.aws.AwsConnection;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Asks SNS who subscribed to a topic. */
final class TopicReader {
    /** What stands for the ARN until a mail's link was followed (SNS API reference, Subscribe). */
    private static final String PENDING = "PendingConfirmation";

    /** What stands for the ARN once somebody has unsubscribed, for a while (SNS developer guide, "Deleting a subscription"). */
    private static final String DELETED = "Deleted";

    private static final int REGION = 3;

    private final AwsConnection connection;
    private final BackOff backOff;

    TopicReader(AwsConnection connection, BackOff backOff) {
        this.connection = connection;
        this.backOff = backOff;
    }

    TopicSubscriptions read(String topicArn) {
        try {
            return new TopicSubscriptions.Known(list(topicArn));
        } catch (NotFoundException e) {
            return new TopicSubscriptions.NoTopic();
        } catch (AuthorizationErrorException e) {
            return new TopicSubscriptions.NotAllowed();
        } catch (SnsException e) {
            return e.statusCode() == 403
                    ? new TopicSubscriptions.NotAllowed()
                    : new TopicSubscriptions.NotKnown("SNS refuses to answer: " + e.getMessage());
        } catch (SdkClientException e) {
            return new TopicSubscriptions.NotKnown("SNS does not answer.");
        } catch (SdkException e) {
            return new TopicSubscriptions.NotKnown("SNS refuses to answer: " + e.getMessage());
        }
    }

    private List<TopicSubscriptions.Subscription> list(String topicArn) {
        // A topic is listed in its own region only.
        SnsClient sns = connection.in(topicArn.split(":", -1)[REGION]).sns();
        List<TopicSubscriptions.Subscription> all = new ArrayList<>();
        String token = null;
        do {
            ListSubscriptionsByTopicRequest request = ListSubscriptionsByTopicRequest.builder()
                    .topicArn(topicArn)
                    .nextToken(token)
                    .build();
            ListSubscriptionsByTopicResponse page = backOff.call(() -> sns.listSubscriptionsByTopic(request));
            for (Subscription subscription : page.subscriptions()) {
                if (!DELETED.equals(subscription.subscriptionArn())) {
                    all.add(new TopicSubscriptions.Subscription(
                            subscription.protocol(),
                            subscription.endpoint(),
                            !PENDING.equals(subscription.subscriptionArn())));
                }
            }
            token = page.nextToken();
        } while (token != null);
        return all;
    }
}
