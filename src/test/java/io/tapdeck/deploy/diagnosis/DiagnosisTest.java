package io.tapdeck.deploy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static final NestedStacks NONE = new NestedStacks(_ -> List.of());

    private static DeploymentEvent failed(String id, String reason) {
        return new ResourceMoved(AT, id, id, "AWS::Test::Thing", "", "CREATE_FAILED", reason);
    }

    private static RootCause cause(DeploymentEvent... events) {
        return Diagnosis.of("stack", null, List.of(events), "ROLLBACK_COMPLETE", AT, NONE);
    }

    @Test
    void aCancelledResourceIsNeverTheCauseWhenAnotherOneFailed() {
        RootCause cause = cause(
                new ResourceMoved(AT, "0", "A", "AWS::Test::Thing", "", "CREATE_IN_PROGRESS", null),
                failed("B", "Resource creation cancelled"),
                failed("C", "It is broken (HandlerErrorCode: InvalidRequest)"),
                failed("D", "Also broken"));

        assertThat(cause.logicalId()).isEqualTo("C");
        assertThat(cause.errorCode()).isEqualTo("InvalidRequest");
        assertThat(cause.eventNumber()).isEqualTo(3);
    }

    @Test
    void theStacksOwnReasonCountsWhereNoResourceFailed() {
        RootCause cause = cause(new StackMoved(AT, "1", "stack", "ROLLBACK_IN_PROGRESS", "An alarm fired"));

        assertThat(cause.logicalId()).isEqualTo("stack");
        assertThat(cause.reason()).isEqualTo("An alarm fired");
    }

    @Test
    void whereResourcesOnlyStoppedTheStacksReasonCounts() {
        RootCause cause = cause(
                failed("A", "Resource update cancelled"),
                new StackMoved(AT, "1", "stack", "UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated"));

        assertThat(cause.logicalId()).isEqualTo("stack");
        assertThat(cause.meaning()).contains("Somebody cancelled");
    }

    @Test
    void aStackThatOnlyCountsItsFailedResourcesIsNotTheCause() {
        RootCause cause = cause(
                new StackMoved(
                        AT, "1", "stack", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [A]. "),
                failed("A", "It is broken"));

        assertThat(cause.logicalId()).isEqualTo("A");
    }

    @Test
    void aNestedStackIsTheCauseOnlyWhereNothingElseIs() {
        DeploymentEvent nested = new ResourceMoved(
                AT,
                "1",
                "Child",
                "AWS::CloudFormation::Stack",
                "arn",
                "CREATE_FAILED",
                "Embedded stack arn was not successfully created: The following resource(s) failed to create: [B].");

        assertThat(cause(nested, failed("A", "It is broken")).logicalId()).isEqualTo("A");
        assertThat(cause(nested).logicalId()).isEqualTo("Child");
    }

    @Test
    void aDeletionThatWorkedInTheEndIsNotTheCause() {
        RootCause cause = Diagnosis.of(
                "stack",
                null,
                List.of(
                        moved("Group", "DELETE_FAILED", "has a dependent object"),
                        moved("Group", "DELETE_IN_PROGRESS", null),
                        moved("Group", "DELETE_COMPLETE", null),
                        moved("Bucket", "DELETE_FAILED", "The bucket you tried to delete is not empty")),
                "DELETE_FAILED",
                AT,
                NONE);

        assertThat(cause.logicalId()).isEqualTo("Bucket");
        assertThat(cause.eventNumber()).isEqualTo(4);
        assertThat(cause.remedies().getFirst().action()).isEqualTo(Remedy.Action.RECOVER);
    }

    @Test
    void whereTheWayBackFailedTooBothAreToldAndTheWayOutComesFirst() {
        RootCause cause = Diagnosis.of(
                "stack",
                null,
                List.of(
                        moved("Db", "UPDATE_FAILED", "Cannot find version 1 for aurora-mysql"),
                        new StackMoved(AT, "1", "stack", "UPDATE_ROLLBACK_IN_PROGRESS", null),
                        moved("Topic", "UPDATE_FAILED", "It is gone (HandlerErrorCode: NotFound)")),
                "UPDATE_ROLLBACK_FAILED",
                AT,
                NONE);

        assertThat(cause.logicalId()).isEqualTo("Db");
        assertThat(cause.meaning())
                .endsWith("The way back then failed at Topic: It is gone (HandlerErrorCode: NotFound)");
        assertThat(cause.remedies().getFirst().action()).isEqualTo(Remedy.Action.RECOVER);
        assertThat(cause.remedies()).extracting(Remedy::action).contains(Remedy.Action.CHANGE_SETTINGS);
    }

    private static DeploymentEvent moved(String id, String status, @Nullable String reason) {
        return new ResourceMoved(AT, id + status, id, "AWS::Test::Thing", "physical-" + id, status, reason);
    }

    @Test
    void withoutAnyReasonItSaysSoAndStillHelps() {
        assertThat(cause().reason()).isEqualTo("AWS gives no reason.");
        assertThat(cause().remedies()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    You can't create this secret because a secret with this name is already scheduled for deletion. | 7 to 30 days
                    Resource of type 'AWS::S3::Bucket' already exists. (HandlerErrorCode: AlreadyExists)            | already has this name
                    Cannot find version 8.0.mysql_aurora.3.04.0 for aurora-mysql                                    | engine version
                    The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400)                   | quota
                    User: arn:aws:iam::1:user/x is not authorized to perform: kms:CreateKey                         | does not allow
                    Cannot delete protected Cluster, please disable deletion protection and try again.              | deletion protection
                    Something that nobody has seen before                                                           | its words say why
                    """)
    void eachKnownReasonHasItsMeaning(String reason, String meaning) {
        assertThat(cause(failed("A", reason)).meaning()).contains(meaning);
    }
}
