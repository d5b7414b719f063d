package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.TokenAlreadyExistsException;

/** The same token is the same request, done once, and stands on the events of what it started. */
class RequestTokenTest {

    private static final String OLD = """
            {"Resources": {"P": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "old"}},
                           "Q": {"Type": "AWS::SSM::Parameter", "DependsOn": "P",
                                 "Properties": {"Type": "String", "Value": "old"}}}}
            """;
    private static final String NEW = OLD.replace("\"old\"", "\"new\"");
    private final Cloud cloud = new Cloud();

    @Test
    void aStackIsCreatedOnce() {
        String first = create("c1");

        assertThat(create("c1")).isEqualTo(first);
        assertThat(cloud.client.listStacks(request -> {}).stackSummaries()).hasSize(1);
    }

    @Test
    void anUpdateIsDoneOnceEvenAfterItsEnd() {
        create("c1");
        update("u1", NEW);
        int events = cloud.events("s").size();
        update("u1", NEW);

        assertThat(cloud.events("s")).hasSize(events);
    }

    @Test
    void aDeletionIsDoneOnce() {
        String id = create("c1");
        cloud.client.deleteStack(request -> request.stackName(id).clientRequestToken("d1"));
        cloud.client.deleteStack(request -> request.stackName(id).clientRequestToken("d1"));
        cloud.settle();

        assertThat(cloud.story(id)).containsOnlyOnce("s DELETE_IN_PROGRESS");
    }

    @Test
    void aChangeSetIsMadeOnce() {
        create("c1");

        assertThat(plan("p1")).isEqualTo(plan("p1"));
    }

    @Test
    void aChangeSetIsExecutedOnceAndTheAnswerIsTheSame() {
        create("c1");
        String id = plan("p1");
        cloud.pass(Duration.ofSeconds(5));
        cloud.client.executeChangeSet(request -> request.changeSetName(id).clientRequestToken("e1"));
        cloud.client.executeChangeSet(request -> request.changeSetName(id).clientRequestToken("e1"));
        cloud.settle();

        assertThat(cloud.story("s")).containsOnlyOnce("s UPDATE_IN_PROGRESS");
    }

    @Test
    void theSameTokenWithAnotherRequestIsRefused() {
        create("c1");
        update("u1", NEW);

        assertThatThrownBy(() -> update("u1", OLD)).isInstanceOf(TokenAlreadyExistsException.class);
        assertThatThrownBy(() -> cloud.client.deleteStack(
                        request -> request.stackName("s").clientRequestToken("u1")))
                .isInstanceOf(TokenAlreadyExistsException.class);
    }

    @Test
    void aRefusedRequestLeavesItsTokenFree() {
        create("c1");
        assertThat(Refused.message(() -> update("u1", OLD))).isEqualTo("No updates are to be performed.");
        update("u1", NEW);

        assertThat(cloud.story("s")).endsWith("s UPDATE_COMPLETE");
    }

    @Test
    void everyEventOfAnOperationCarriesItsToken() {
        create("c1");
        cloud.fault("resource:Q/update=fail", "resource:P/rollback#1=fail");
        update("u1", NEW);
        cloud.client.continueUpdateRollback(request -> request.stackName("s").clientRequestToken("r1"));
        cloud.client.continueUpdateRollback(request -> request.stackName("s").clientRequestToken("r1"));
        cloud.settle();

        assertThat(tokens()).containsExactly("c1", "u1", "r1");
        assertThat(cloud.story("s")).endsWith("s UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aCancellationGoesOnUnderItsOwnToken() {
        create("c1");
        cloud.client.updateStack(
                request -> request.stackName("s").templateBody(NEW).clientRequestToken("u1"));
        cloud.pass(Duration.ofSeconds(3));
        cloud.client.cancelUpdateStack(request -> request.stackName("s").clientRequestToken("x1"));
        cloud.client.cancelUpdateStack(request -> request.stackName("s").clientRequestToken("x1"));
        cloud.settle();

        assertThat(tokens()).containsExactly("c1", "u1", "x1");
    }

    @Test
    void aRollbackCarriesItsTokenToo() {
        create("c1");
        cloud.fault("resource:Q/update=fail");
        cloud.client.updateStack(request ->
                request.stackName("s").templateBody(NEW).disableRollback(true).clientRequestToken("u1"));
        cloud.settle();
        cloud.fault();
        cloud.client.rollbackStack(request -> request.stackName("s").clientRequestToken("r1"));
        cloud.client.rollbackStack(request -> request.stackName("s").clientRequestToken("r1"));
        cloud.settle();

        assertThat(tokens()).containsExactly("c1", "u1", "r1");
    }

    private String create(String token) {
        String id = cloud.client
                .createStack(request -> request.stackName("s").templateBody(OLD).clientRequestToken(token))
                .stackId();
        cloud.settle();
        return id;
    }

    private void update(String token, String template) {
        cloud.client.updateStack(
                request -> request.stackName("s").templateBody(template).clientRequestToken(token));
        cloud.settle();
    }

    private String plan(String token) {
        return cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("p")
                        .changeSetType(ChangeSetType.UPDATE)
                        .templateBody(NEW)
                        .clientToken(token))
                .id();
    }

    private List<String> tokens() {
        return cloud.events("s").stream()
                .map(event -> String.valueOf(event.clientRequestToken()))
                .distinct()
                .toList();
    }
}
