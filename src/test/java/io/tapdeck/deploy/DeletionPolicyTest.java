package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.template.DeletionPolicies;
import io.tapdeck.deploy.template.TemplateGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever makes what is kept disposable hears what a later destruction then loses. */
class DeletionPolicyTest extends AccountTest {
    private static final String CLUSTER = "AuroraClusterdev00C8FB72";
    private static final String LOST =
            "From then on, destroying the environment deletes the database without a snapshot: data is lost then.";

    /** The Aurora template with other policies of what holds data, none of the cluster where empty. */
    private static String aurora(String cluster, String bucket) throws IOException {
        ObjectNode template = (ObjectNode) JsonMapper.builder()
                .build()
                .readTree(Path.of("src", "test", "resources", "templates", "aurora-mysql-dev.template.json")
                        .toFile());
        ObjectNode database = (ObjectNode) template.path("Resources").path(CLUSTER);
        if (cluster.isEmpty()) {
            database.remove("DeletionPolicy");
        } else {
            database.put("DeletionPolicy", cluster);
        }
        ((ObjectNode) template.path("Resources").path(Templates.BUCKET)).put("DeletionPolicy", bucket);
        return template.toString();
    }

    private Review review(String cluster, String bucket) throws IOException {
        return account.deployments.review(account.plan(AuroraDefinitions.dev(), aurora(cluster, bucket), false));
    }

    private static String said(String displayName, Review review) {
        return review.changes().stream()
                .filter(change -> change.displayName().equals(displayName))
                .map(ResourceChange::sentence)
                .findFirst()
                .orElse("(no change)");
    }

    @Test
    void aDatabaseThatIsNoLongerSavedIsTold() throws IOException {
        account.deployments.execute(review("Snapshot", "Retain"), account.events::add);

        Review review = review("Delete", "Delete");

        assertThat(said("AuroraCluster", review)).isEqualTo(LOST);
        assertThat(said("DatabaseBackupBucket", review))
                .isEqualTo("From then on, destroying the environment deletes the bucket: data is lost then.");
        assertThat(review.dataLoss()).as("nothing is lost now").isEmpty();
    }

    @Test
    void aClusterWithoutAPolicyWasSavedToo() throws IOException {
        ResourceChange named = new ResourceChange(
                CLUSTER,
                "AuroraCluster",
                "AWS::RDS::DBCluster",
                ResourceChange.Risk.IN_PLACE,
                List.of(new PropertyChange("DeletionPolicy", null, null, false)));

        ResourceChange told = DeletionPolicies.told(
                named, TemplateGraph.of(aurora("", "Delete")), TemplateGraph.of(aurora("Delete", "Delete")));

        assertThat(told.sentence()).isEqualTo(LOST);
        assertThat(told.properties())
                .containsExactly(new PropertyChange("DeletionPolicy", "Snapshot", "Delete", false));
    }

    @Test
    void whatIsSavedFromNowOnOrStillIsLosesNothing() throws IOException {
        account.deployments.execute(review("Retain", "Delete"), account.events::add);

        Review review = review("Snapshot", "Retain");

        assertThat(said("AuroraCluster", review)).isEmpty();
        assertThat(said("DatabaseBackupBucket", review)).isEmpty();
    }
}
