package io.tapdeck.deploy.changeset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Denied;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.StillClock;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/** CloudFormation's own validation: a change set with warnings succeeds without a word of them. */
class ValidationEventsTest {
    private static final OperationEvent PROGRESS = OperationEvent.builder()
            .eventType("STACK_EVENT")
            .logicalResourceId("Bucket")
            .build();

    private static OperationEvent validation(String mode, String reason) {
        return OperationEvent.builder()
                .eventType("VALIDATION_ERROR")
                .logicalResourceId("Bucket")
                .validationFailureMode(mode)
                .validationStatusReason(reason)
                .build();
    }

    private static ValidationEvents events(CloudFormationClient client) {
        Session session =
                new Session("s", "000000000000", "us-east-1", "arn:aws:iam::0:user/u", Session.Kind.ACCOUNT, false);
        return new ValidationEvents(
                client, new Calls(session, time -> {}, new Random(1), new StillClock(Instant.EPOCH), Patience.none()));
    }

    /** Answers with a page each; each but the last names the next. */
    private static CloudFormationClient pages(List<List<OperationEvent>> pages) {
        return new CloudFormationClient() {
            @Override
            public DescribeEventsResponse describeEvents(DescribeEventsRequest request) {
                int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
                return DescribeEventsResponse.builder()
                        .operationEvents(pages.get(page))
                        .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
                        .build();
            }

            @Override
            public String serviceName() {
                return "cloudformation";
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void warningsOfEveryPageAreTold() {
        CloudFormationClient client =
                pages(List.of(List.of(PROGRESS), List.of(validation("WARN", "The bucket is not empty."))));

        assertThat(events(client).of("arn"))
                .containsExactly(new Check("AWS's validation", Result.WARNED, "Bucket: The bucket is not empty."));
    }

    @Test
    void whereNothingIsFoundThatIsACheckThatPassed() {
        assertThat(events(pages(List.of(List.of(PROGRESS)))).of("arn"))
                .extracting(Check::result)
                .containsExactly(Result.PASSED);
    }

    @Test
    void whatMayNotBeReadIsNotTakenForNothing() {
        ValidationEvents denied = events(Denied.client(CloudFormationClient.class));

        assertThat(denied.of("arn")).extracting(Check::result).containsExactly(Result.NOT_CHECKED);
        assertThat(denied.failures("arn")).isEmpty();
    }

    @Test
    void onlyWhatFailsAChangeSetIsWhyItFailed() {
        CloudFormationClient client = pages(List.of(List.of(
                validation("FAIL", "The property Foo is unknown."), validation("WARN", "The bucket is not empty."))));

        assertThat(events(client).failures("arn")).containsExactly("Bucket: The property Foo is unknown.");
    }
}
