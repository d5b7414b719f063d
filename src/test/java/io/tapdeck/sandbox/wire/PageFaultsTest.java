package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.faults.FaultScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What AWS's lists do to those who read them while they change. */
class PageFaultsTest {

    /** Events e4 to e1, newest first, two on a page; a stack that is there once its deletion was asked for. */
    private static final class Stacks implements CloudFormationClient {
        private boolean there;

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            boolean first = request.nextToken() == null;
            return DescribeStackEventsResponse.builder()
                    .stackEvents(first ? events("e4", "e3") : events("e2", "e1"))
                    .nextToken(first ? "page 2" : null)
                    .build();
        }

        private static List<StackEvent> events(String... ids) {
            return List.of(ids).stream()
                    .map(id -> StackEvent.builder().eventId(id).build())
                    .toList();
        }

        @Override
        public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
            return DescribeChangeSetResponse.builder()
                    .parameters(Parameter.builder().parameterKey("Size").build())
                    .changes(Change.builder().type("Resource").build())
                    .build();
        }

        @Override
        public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
            if (!there) {
                throw CloudFormationException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ValidationError")
                                .errorMessage("Stack with id dev does not exist")
                                .build())
                        .build();
            }
            return DescribeStacksResponse.builder()
                    .stacks(Stack.builder().stackName("dev").build())
                    .build();
        }

        @Override
        public DeleteStackResponse deleteStack(DeleteStackRequest request) {
            there = true;
            return DeleteStackResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private static WireServer serving(String... faults) {
        Stacks stacks = new Stacks();
        return Servers.serving(FaultScript.parse(faults), WireService.cloudFormation(region -> stacks));
    }

    private static List<String> eventsOf(WireServer server) {
        try (CloudFormationClient client = Clients.client(CloudFormationClient::builder, server.endpoint())) {
            return client.describeStackEventsPaginator(request -> request.stackName("dev")).stackEvents().stream()
                    .map(StackEvent::eventId)
                    .toList();
        }
    }

    @Test
    void theSecondPageRepeatsTheFirst() {
        try (WireServer server = serving("CloudFormation.DescribeStackEvents#2=duplicate-page")) {
            assertThat(eventsOf(server)).containsExactly("e4", "e3", "e4", "e3", "e2", "e1");
        }
    }

    @Test
    void aFirstPageRepeatsItself() {
        try (WireServer server = serving("CloudFormation.DescribeStackEvents#1=duplicate-page")) {
            assertThat(eventsOf(server)).containsExactly("e4", "e4", "e3", "e3", "e2", "e1");
        }
    }

    @Test
    void aPageComesInTheOppositeOrder() {
        try (WireServer server = serving("CloudFormation.DescribeStackEvents=reversed-page")) {
            assertThat(eventsOf(server)).containsExactly("e3", "e4", "e1", "e2");
        }
    }

    @Test
    void whatStandsOnEveryPageIsNotRepeated() {
        try (WireServer server = serving("CloudFormation.DescribeChangeSet=duplicate-page");
                CloudFormationClient client = Clients.client(CloudFormationClient::builder, server.endpoint())) {
            DescribeChangeSetResponse answer = client.describeChangeSet(request -> request.changeSetName("c"));

            assertThat(answer.changes()).hasSize(2);
            assertThat(answer.parameters()).hasSize(1);
        }
    }

    @Test
    void aStaleReadDoesNotSeeTheStackThatIsThereByNow() {
        try (WireServer server = serving("CloudFormation.DescribeStacks#2=stale");
                CloudFormationClient client = Clients.client(CloudFormationClient::builder, server.endpoint())) {
            assertThatThrownBy(() -> client.describeStacks(request -> request.stackName("dev")))
                    .hasMessageContaining("does not exist");
            client.deleteStack(request -> request.stackName("dev"));
            assertThatThrownBy(() -> client.describeStacks(request -> request.stackName("dev")))
                    .hasMessageContaining("does not exist");
            assertThat(client.describeStacks(request -> request.stackName("dev"))
                            .stacks())
                    .hasSize(1);
        }
    }

    @Test
    void aReadThatWasNeverMadeBeforeIsNotStale() {
        try (WireServer server = serving("CloudFormation.*=stale");
                CloudFormationClient client = Clients.client(CloudFormationClient::builder, server.endpoint())) {
            assertThat(eventsOf(server)).containsExactly("e4", "e3", "e2", "e1");
            client.deleteStack(request -> request.stackName("dev"));
            assertThat(client.describeStacks(request -> request.stackName("dev"))
                            .stacks())
                    .hasSize(1);
        }
    }
}
