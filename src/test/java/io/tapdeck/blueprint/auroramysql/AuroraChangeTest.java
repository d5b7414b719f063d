package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a running environment cannot be changed, and what mends the wish. */
class AuroraChangeTest {
    private final Draft draft = AuroraDefinitions.draft();

    @Test
    void anEngineIsNotDowngraded() {
        assertThat(problems(draft, draft.withSetting("engineVersion", "3.04.0")))
                .containsExactly(new Problem(
                        "engineVersion",
                        "dev runs with 3.08.2, and AWS does not downgrade to 3.04.0.",
                        new Problem.Fix("Put back 3.08.2", "engineVersion", "3.08.2")));
    }

    @Test
    void anEngineIsUpgraded() {
        assertThat(problems(draft.withSetting("engineVersion", "3.04.0"), draft))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vpcCidr, 10.31.0.0/16", "subnetCidrA, 10.30.8.0/24", "subnetCidrB, 10.30.9.0/24"})
    void networksAreFixed(String key, String value) {
        assertThat(problems(draft, draft.withSetting(key, value)))
                .extracting(Problem::field)
                .containsExactly(key);
    }

    @Test
    void whatAClusterWasRestoredFromIsFixedAndSoAreItsDatabases() {
        Draft restored = draft.withSetting("restoreFrom", "dev-before-the-move");

        assertThat(problems(draft, restored)).extracting(Problem::field).containsExactly("restoreFrom");
        assertThat(problems(restored, draft)).extracting(Problem::field).containsExactly("restoreFrom");
        assertThat(problems(restored, restored.withSetting("databaseName", "billing")))
                .containsExactly(new Problem(
                        "databaseName",
                        "The databases of dev come from a snapshot, with their names.",
                        new Problem.Fix("Put back saasdb", "databaseName", "saasdb")));
        assertThat(problems(draft, draft.withSetting("databaseName", "billing")))
                .isEmpty();
    }

    @Test
    void theRestOfPortableCanBeHadLater() {
        Draft changed = draft.withSetting("keyAlias", "suffix")
                .withSetting("subnetName", "Private")
                .withSetting("bucketEncryption", "s3")
                .withSetting("bucketLifecycle", "expire")
                .withSetting("exportExpiryDays", "30")
                .withSetting("topicEncryption", "none")
                .withSetting("endpointOutputs", "hostname");

        assertThat(problems(draft, changed)).isEmpty();
    }

    @Test
    void whatIsKeptForShorterIsLostAndWhatIsKeptForLongerIsNot() {
        EnvironmentDefinition shorter = AuroraDefinitions.valid(
                draft.withSetting("backupRetentionDays", "5").withSetting("exportExpiryDays", "100"));
        EnvironmentDefinition longer = AuroraDefinitions.valid(
                draft.withSetting("backupRetentionDays", "35").withSetting("exportExpiryDays", "400"));

        assertThat(new AuroraMySql().losses(longer, shorter))
                .extracting(SettingLoss::words)
                .containsExactly(
                        "Restore points older than 5 days are lost.",
                        "Snapshot exports older than 100 days are deleted.");
        assertThat(new AuroraMySql().losses(shorter, longer)).isEmpty();
        assertThat(new AuroraMySql().losses(shorter, shorter)).isEmpty();
    }

    private static List<Problem> problems(Draft running, Draft wanted) {
        EnvironmentDefinition before = AuroraDefinitions.valid(running);
        return SettingChange.problems(new AuroraMySql(), before, AuroraDefinitions.valid(wanted));
    }
}
