package io.tapdeck.deploy.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.deploy.Account;
import io.tapdeck.deploy.AccountTest;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.RefusedChangeException;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.Templates;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs is read from the account, and only changed as its settings allow. */
class ChangeGuardTest extends AccountTest {
    private static final AuroraMySql AURORA = new AuroraMySql();
    private static final Draft DEV =
            Draft.of(AURORA, AURORA.presets().getFirst()).withSuffix("dev");

    private static EnvironmentDefinition definition(Draft draft) {
        return switch (Validation.of(AURORA, draft)) {
            case Validation.Valid valid -> valid.definition();
            case Validation.Invalid invalid ->
                throw new AssertionError(invalid.problems().toString());
        };
    }

    private DeploymentPlan plan(Draft draft, int threshold) {
        return plan(DefinitionJson.write(draft).toString(), draft, threshold);
    }

    private DeploymentPlan plan(String metadata, Draft draft, int threshold) {
        String template =
                Templates.alarm(threshold).replaceFirst("\\{", "{\"Metadata\": {\"Tapdeck\": %s},".formatted(metadata));
        return account.plan(definition(draft), template, false);
    }

    private void deploy(DeploymentPlan plan) {
        assertThat(account.deployments.execute(account.deployments.review(plan), account.events::add))
                .isInstanceOf(Outcome.Up.class);
    }

    @Test
    void theDefinitionOfWhatRunsIsReadFromTheAccount() {
        assertThat(account.deployments.definition(Account.DEV)).isEmpty();

        deploy(plan(DEV, 80));

        assertThat(account.deployments.definition(Account.DEV)).contains(DEV);
    }

    @Test
    void aStackWithoutADefinitionHasNone() {
        account.deploy(Templates.alarm(80));

        assertThat(account.deployments.definition(Account.DEV)).isEmpty();
    }

    @Test
    void aReviewTellsTheSettingsThatChange() {
        deploy(plan(DEV, 80));

        Review review = account.deployments.review(plan(DEV.withSetting("maxCapacity", "4"), 72));

        assertThat(review.settingChanges())
                .extracting(change -> change.setting().key(), SettingChange::before, SettingChange::after)
                .containsExactly(tuple("maxCapacity", "2", "4"));
    }

    @Test
    void aReviewTellsWhatAShorterRetentionDeletes() {
        deploy(plan(DEV.withSetting("backupRetentionDays", "14"), 80));

        assertThat(account.deployments
                        .review(plan(DEV.withSetting("backupRetentionDays", "1"), 80))
                        .losses())
                .containsExactly(new SettingLoss("backupRetentionDays", "Restore points older than 1 day are lost."));
    }

    @Test
    void whatIsFixedIsRefusedWithEveryProblemBeforeAnythingIsMade() {
        deploy(plan(DEV, 80));
        Draft moved = DEV.withSetting("vpcCidr", "10.99.0.0/16")
                .withSetting("subnetCidrA", "10.99.0.0/24")
                .withSetting("subnetCidrB", "10.99.1.0/24");

        assertThatThrownBy(() -> account.deployments.review(plan(moved, 72)))
                .isInstanceOfSatisfying(
                        RefusedChangeException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder("vpcCidr", "subnetCidrA", "subnetCidrB"))
                .hasMessageContaining("fixed after creation");
        assertThat(account.simulated
                        .listChangeSets(request -> request.stackName(Account.DEV.stackName()))
                        .summaries())
                .as("change sets that wait")
                .noneMatch(summary -> summary.executionStatusAsString().equals("AVAILABLE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version":1                | "version":2                     | of version 2
            "version":1                | "version":1,"colour":"blue"     | no member “colour”
            "blueprint":"aurora-mysql" | "blueprint":"graph"             | blueprint “graph”
            "settings":{               | "settings":{"colour":"blue",    | no setting “colour”
            """)
    void aDefinitionThatThisTapdeckDoesNotUnderstandIsSaidInWords(String now, String then, String words) {
        String known = DefinitionJson.write(DEV).toString();
        assertThat(known).contains(now);
        deploy(plan(known.replace(now, then), DEV, 80));

        assertThatThrownBy(() -> account.deployments.review(plan(DEV, 72)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(words);
    }

    @Test
    void protectionIsTurnedOnAndOffOnWhatRuns() throws IOException {
        String open = Files.readString(Path.of("src/test/resources/templates/aurora-mysql-dev.template.json"));
        String locked = open.replace("\"DeletionProtection\" : false", "\"DeletionProtection\" : true");
        assertThat(locked).isNotEqualTo(open);
        deploy(account.plan(definition(DEV), open, false));

        deploy(account.plan(definition(DEV), locked, true));
        assertThat(account.deployments.previewDestroy(Account.DEV).refused()).hasSize(1);
        assertThatThrownBy(() -> account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Termination protection");

        deploy(account.plan(definition(DEV), open, false));
        assertThat(account.deployments.previewDestroy(Account.DEV).refused()).isEmpty();
        assertThat(account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(Outcome.Gone.class);
    }
}
