package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import org.junit.jupiter.api.Test;

/** What somebody changed by hand is told in words, and brought back by a review like any other. */
class DriftTest extends AccountTest {
    private static final String CLUSTER = """
            {"Resources": {
              "Cluster": {"Type": "AWS::RDS::DBCluster", "Properties": {
                "DBClusterIdentifier": "db", "Engine": "aurora-mysql", "BackupRetentionPeriod": 7}},
              "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "t"}}}}""";

    private void changeByHand() {
        assertThat(account.deploy(CLUSTER)).isInstanceOf(Outcome.Up.class);
        account.rds()
                .modifyDBCluster(request -> request.dbClusterIdentifier("db").backupRetentionPeriod(3));
    }

    private void deleteTopicByHand() {
        account.place(Account.DEV.region()).world().remove("AWS::SNS::Topic", topic());
    }

    private String topic() {
        return account.place(Account.DEV.region())
                .world()
                .ofType("AWS::SNS::Topic")
                .getFirst()
                .physicalId();
    }

    @Test
    void whatNobodyTouchedDiffersInNothing() {
        account.deploy(CLUSTER);

        assertThat(account.deployments.drift(Account.DEV).resources()).isEmpty();
    }

    @Test
    void aPropertyIsToldAsTheTemplateSaysItAndAsItIs() {
        changeByHand();

        Drift drift = account.deployments.drift(Account.DEV);

        assertThat(drift.resources()).singleElement().satisfies(resource -> {
            assertThat(resource.displayName()).isEqualTo("Cluster");
            assertThat(resource.deleted()).isFalse();
            assertThat(resource.properties())
                    .containsExactly(new PropertyChange("BackupRetentionPeriod", "7", "3", false));
        });
    }

    @Test
    void whatSomebodyDeletedIsToldAsGone() {
        changeByHand();
        deleteTopicByHand();

        assertThat(account.deployments.drift(Account.DEV).resources())
                .extracting(DriftedResource::logicalId, DriftedResource::deleted)
                .containsExactlyInAnyOrder(tuple("Cluster", false), tuple("Topic", true));
    }

    @Test
    void aStackThatMovesOrIsStuckIsNotCompared() {
        account.script("resource:Topic=fail:No.");
        account.deploy(CLUSTER);

        assertThatThrownBy(() -> account.deployments.drift(Account.DEV))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is in ROLLBACK_COMPLETE and cannot be compared");
    }

    @Test
    void aRevertIsReviewedThenBringsEverythingBack() {
        changeByHand();
        deleteTopicByHand();

        Review review = account.deployments.revert(account.deployments.drift(Account.DEV));

        assertThat(review.changes())
                .extracting(ResourceChange::logicalId)
                .containsExactlyInAnyOrder("Cluster", "Topic");
        assertThat(review.warnings()).anyMatch(warning -> warning.startsWith("Topic was deleted by hand"));
        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);
        assertThat(account.deployments.drift(Account.DEV).resources()).isEmpty();
    }

    @Test
    void aRevertThatIsDiscardedLeavesNoChangeSet() {
        changeByHand();

        account.deployments.discard(account.deployments.revert(account.deployments.drift(Account.DEV)));

        assertThat(account.simulated
                        .listChangeSets(request -> request.stackName(Account.DEV.stackName()))
                        .summaries())
                .isEmpty();
    }
}
