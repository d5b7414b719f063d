package io.tapdeck.sandbox.sns;

import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The subscriptions that stacks have made, by topic. Whoever gets a mail follows its link after a while. */
public final class SandboxSns implements SnsClient {
    /** API reference, ListSubscriptionsByTopic: "a limited list of subscriptions, up to 100". */
    private static final int PAGE = 100;

    private static final Duration UNTIL_CONFIRMED = Duration.ofHours(1);

    private final InstantSource clock;
    private final ResourceWorld world;
    private final String account;
    private final Predicate<String> denied;

    /**
     * An SNS of one region.
     *
     * @param account 12 digits
     * @param denied whether an action is allowed to nobody
     */
    public SandboxSns(InstantSource clock, ResourceWorld world, String account, Predicate<String> denied) {
        this.clock = clock;
        this.world = world;
        this.account = account;
        this.denied = denied;
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
        String topic = Objects.toString(request.topicArn(), "");
        if (denied.test("sns:ListSubscriptionsByTopic")) {
            throw AuthorizationErrorException.builder()
                    .awsErrorDetails(error(
                            "AuthorizationError",
                            "User is not authorized to perform: SNS:ListSubscriptionsByTopic on resource: " + topic))
                    .statusCode(403)
                    .build();
        }
        if (world.ofType("AWS::SNS::Topic").stream()
                .noneMatch(found -> found.physicalId().equals(topic))) {
            throw NotFoundException.builder()
                    .awsErrorDetails(error("NotFound", "Topic does not exist"))
                    .statusCode(404)
                    .build();
        }
        List<Subscription> all = subscriptions(topic).toList();
        int from = from(request.nextToken());
        int to = Math.min(from + PAGE, all.size());
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(all.subList(Math.min(from, to), to))
                .nextToken(to < all.size() ? Integer.toString(to) : null)
                .build();
    }

    private Stream<Subscription> subscriptions(String topic) {
        return world.ofType("AWS::SNS::Subscription").stream()
                .filter(subscription -> subscription.property("/TopicArn", "").equals(topic))
                .map(subscription -> Subscription.builder()
                        .topicArn(topic)
                        .owner(account)
                        .protocol(subscription.property("/Protocol", ""))
                        .endpoint(subscription.property("/Endpoint", ""))
                        .subscriptionArn(confirmed(subscription) ? subscription.physicalId() : "PendingConfirmation")
                        .build());
    }

    private boolean confirmed(LiveResource subscription) {
        return !subscription.property("/Protocol", "").startsWith("email")
                || !clock.instant().isBefore(subscription.createdAt().plus(UNTIL_CONFIRMED));
    }

    private static int from(@Nullable String token) {
        try {
            return token == null ? 0 : Integer.parseUnsignedInt(token);
        } catch (NumberFormatException e) {
            throw InvalidParameterException.builder()
                    .awsErrorDetails(error("InvalidParameter", "Invalid parameter: NextToken"))
                    .statusCode(400)
                    .build();
        }
    }

    private static AwsErrorDetails error(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
