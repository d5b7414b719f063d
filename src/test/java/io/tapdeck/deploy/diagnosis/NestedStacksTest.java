package io.tapdeck.deploy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.stack.StackEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A nested stack only says that it failed; why is said inside of it. */
class NestedStacksTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String EMBEDDED =
            "Embedded stack arn:aws:cloudformation:us-east-1:000000000000:stack/x/1 was not successfully created";

    private static DeploymentEvent stack(String logicalId, String physicalId) {
        return new ResourceMoved(AT, logicalId, logicalId, StackEvents.STACK, physicalId, "CREATE_FAILED", EMBEDDED);
    }

    private static DeploymentEvent table(String reason) {
        return new ResourceMoved(AT, "t", "Table", "AWS::DynamoDB::Table", "", "CREATE_FAILED", reason);
    }

    private static RootCause cause(List<DeploymentEvent> told, Map<String, List<DeploymentEvent>> inside) {
        return cause("ROLLBACK_COMPLETE", told, inside);
    }

    private static RootCause cause(
            String status, List<DeploymentEvent> told, Map<String, List<DeploymentEvent>> inside) {
        NestedStacks nested = new NestedStacks(id -> {
            if (!inside.containsKey(id)) {
                throw new DeployException("The events of " + id + " cannot be read.", "Ask for the right.");
            }
            return inside.get(id);
        });
        return Diagnosis.of("stack", null, told, status, AT, nested);
    }

    @Test
    void theReasonComesFromTheStackInside() {
        RootCause cause = cause(List.of(stack("Data", "id-1")), Map.of("id-1", List.of(table("It is broken"))));

        assertThat(cause.reason()).isEqualTo("It is broken");
        assertThat(cause.id()).isEqualTo("Data");
        assertThat(cause.meaning()).startsWith("In the nested stack Data, Table failed. ");
    }

    @Test
    void itIsFollowedHoweverDeepItLies() {
        RootCause cause = cause(
                List.of(stack("Data", "id-1")),
                Map.of("id-1", List.of(stack("Tables", "id-2")), "id-2", List.of(table("It is broken"))));

        assertThat(cause.reason()).isEqualTo("It is broken");
        assertThat(cause.meaning()).contains("nested stack Data", "nested stack Tables", "Table failed");
    }

    @Test
    void aRingOfStacksEnds() {
        RootCause cause = cause(List.of(stack("Data", "id-1")), Map.of("id-1", List.of(stack("Data", "id-1"))));

        assertThat(cause.reason()).isEqualTo(EMBEDDED);
    }

    @Test
    void theNestedStackIsTheCauseWhereItsEventsCannotBeReadOrSayNothing() {
        assertThat(cause(List.of(stack("Data", "id-1")), Map.of()).reason()).isEqualTo(EMBEDDED);
        assertThat(cause(List.of(stack("Data", "id-1")), Map.of("id-1", List.of()))
                        .reason())
                .isEqualTo(EMBEDDED);
    }

    @Test
    void whatStoppedTheWayBackIsStillTold() {
        RootCause cause = cause(
                "UPDATE_ROLLBACK_FAILED",
                List.of(
                        stack("Data", "id-1"),
                        new StackMoved(AT, "2", "stack", "UPDATE_ROLLBACK_IN_PROGRESS", null),
                        new ResourceMoved(AT, "3", "Topic", "AWS::SNS::Topic", "", "UPDATE_FAILED", "It stays")),
                Map.of("id-1", List.of(table("It is broken"))));

        assertThat(cause.reason()).isEqualTo("It is broken");
        assertThat(cause.meaning()).contains("In the nested stack Data", "The way back then failed at Topic: It stays");
        assertThat(cause.remedies()).extracting(Remedy::action).contains(Remedy.Action.RECOVER);
    }

    @Test
    void anotherCauseStaysWhatItIs() {
        assertThat(cause(List.of(table("It is broken")), Map.of()).logicalId()).isEqualTo("Table");
    }
}
