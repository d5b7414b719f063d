package io.tapdeck.deploy.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.StillClock;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The follower against answers that AWS may give, but seldom does. */
class FollowerTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String STACK = "arn:aws:cloudformation:us-east-1:000000000000:stack/s/1";
    private static final String OURS = "execute-1";
    private static final int PAGE = 2;

    /** What each poll finds, newest first as AWS lists it; empty if AWS says that there is no such stack. */
    private final Deque<Optional<List<StackEvent>>> polls = new ArrayDeque<>();

    private final List<DeploymentEvent> told = new ArrayList<>();
    private int pagesRead;

    private final CloudFormationClient client = new CloudFormationClient() {
        private List<StackEvent> current = List.of();

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            if (request.nextToken() == null) {
                current = polls.removeFirst().orElseThrow(FollowerTest::noSuchStack);
            }
            pagesRead++;
            int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            int to = Math.min(from + PAGE, current.size());
            return DescribeStackEventsResponse.builder()
                    .stackEvents(current.subList(from, to))
                    .nextToken(to < current.size() ? Integer.toString(to) : null)
                    .build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {}
    };

    private static CloudFormationException noSuchStack() {
        return (CloudFormationException) CloudFormationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationError")
                        .errorMessage("Stack [%s] does not exist".formatted(STACK))
                        .build())
                .statusCode(400)
                .build();
    }

    private static StackEvent event(String id, int second, String status, String token, boolean ofStack) {
        return StackEvent.builder()
                .eventId(id)
                .stackId(STACK)
                .stackName("s")
                .logicalResourceId(ofStack ? "s" : "Topic")
                .physicalResourceId(ofStack ? STACK : "arn:topic")
                .resourceType(ofStack ? "AWS::CloudFormation::Stack" : "AWS::SNS::Topic")
                .resourceStatus(status)
                .timestamp(START.plusSeconds(second))
                .clientRequestToken(token)
                .build();
    }

    private static final StackEvent BEFORE = event("before", -9, "CREATE_COMPLETE", "execute-0", true);
    private static final StackEvent FIRST = event("first", 1, "UPDATE_IN_PROGRESS", OURS, true);
    private static final StackEvent BEGUN = event("begun", 2, "UPDATE_IN_PROGRESS", OURS, false);
    private static final StackEvent DONE = event("done", 3, "UPDATE_COMPLETE", OURS, false);
    private static final StackEvent LAST = event("last", 4, "UPDATE_COMPLETE", OURS, true);

    private void poll(StackEvent... oldestFirst) {
        polls.add(Optional.of(List.of(oldestFirst).reversed()));
    }

    private Follower.End follow() {
        Session session =
                new Session("s", "000000000000", "us-east-1", "arn:aws:iam::0:user/u", Session.Kind.ACCOUNT, false);
        StillClock clock = new StillClock(START.plus(Duration.ofMinutes(1)));
        Calls calls = new Calls(session, time -> {}, new Random(1), clock, Patience.none());
        Follower follower = new Follower(new StackEvents(client), calls, clock);
        return follower.follow(
                STACK, null, new Follower.Start(START, event -> OURS.equals(event.clientRequestToken())), told::add);
    }

    private List<String> toldIds() {
        return told.stream()
                .flatMap(event -> switch (event) {
                    case DeploymentEvent.ResourceMoved moved -> Optional.of(moved.eventId()).stream();
                    case DeploymentEvent.StackMoved moved -> Optional.of(moved.eventId()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .toList();
    }

    @Test
    void theEndOfAnEarlierOperationIsNotOurs() {
        poll(BEFORE);
        poll(BEFORE);
        poll(BEFORE, FIRST, LAST);

        assertThat(follow().status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(toldIds()).containsExactly("first", "last");
    }

    @Test
    void pagesAreReadBackToWhatIsKnownAndNoFurther() {
        StackEvent older = event("older", -20, "CREATE_IN_PROGRESS", "execute-0", true);
        poll(older, BEFORE, FIRST, BEGUN, DONE);
        poll(older, BEFORE, FIRST, BEGUN, DONE, LAST);

        follow();

        assertThat(toldIds()).containsExactly("first", "begun", "done", "last");
        assertThat(pagesRead).isEqualTo(2 + 1);
    }

    @Test
    void anEventThatAwsInsertsLateIsToldOnce() {
        poll(BEFORE, FIRST, DONE);
        poll(BEFORE, FIRST, BEGUN, DONE);
        poll(BEFORE, FIRST, BEGUN, DONE, LAST);

        follow();

        assertThat(toldIds()).containsExactly("first", "done", "begun", "last");
    }

    @Test
    void theNextOperationsEventsAreNotTold() {
        poll(BEFORE, FIRST, LAST, event("next", 5, "UPDATE_IN_PROGRESS", "execute-2", true));

        follow();

        assertThat(toldIds()).containsExactly("first", "last");
    }

    @Test
    void aStackThatIsMissedOnceIsAskedForAgain() {
        polls.add(Optional.empty());
        polls.add(Optional.empty());
        poll(FIRST, LAST);

        assertThat(follow().status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(told).noneMatch(NotHeard.class::isInstance);
    }

    @Test
    void aStackThatStaysMissingIsGone() {
        poll(FIRST);
        polls.add(Optional.empty());
        polls.add(Optional.empty());
        polls.add(Optional.empty());

        assertThat(follow().status()).isEqualTo("DELETE_COMPLETE");
    }
}
