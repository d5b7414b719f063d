package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Validation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftModelTest {
    private static final String REGION = "us-east-1";
    private final Blueprints blueprints = new Blueprints(List.of(new AuroraMySql()));
    private final DraftModel model = DraftModel.fresh(blueprints, REGION);

    @Test
    void whoeverHearsOfTheDraftFindsItsProblems() {
        List<List<Problem>> heard = new ArrayList<>();
        model.draftProperty().addListener((observed, before, now) -> heard.add(model.problems()));

        model.edit("suffix", "qa_7");
        model.edit("suffix", "qa-7");

        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst()).extracting(Problem::field).containsExactly("suffix");
        assertThat(heard.getLast()).isEmpty();
    }

    @Test
    void aFixMendsItsField() {
        model.edit("suffix", "qa-7_eu");

        model.problem("suffix").map(Problem::fix).ifPresent(model::apply);

        assertThat(model.draft().suffix()).isEqualTo("qa-7-eu");
        assertThat(model.validation()).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void everyProblemIsToldAtOnce() {
        model.edit("suffix", "Prod");
        model.edit(AuroraSettings.VPC_CIDR, "10.30.0.7/16");
        model.edit("alarm.cpu.threshold", "120");
        model.recipients(List.of("dba@acme"));

        assertThat(model.problems())
                .extracting(Problem::field)
                .containsExactly("suffix", "vpcCidr", "alarm.cpu.threshold", "recipients.0");
    }

    @Test
    void typingInOneFieldIsUndoneAtOnce() {
        model.edit("suffix", "q");
        model.edit("suffix", "qa");
        model.edit(AuroraSettings.MAX_CAPACITY, "8");

        model.undo();
        assertThat(model.setting(AuroraSettings.MAX_CAPACITY)).isEqualTo("2");
        assertThat(model.draft().suffix()).isEqualTo("qa");

        model.undo();
        assertThat(model.draft().suffix()).isEmpty();
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void aProdLikeSuffixProposesProtection() {
        model.edit("suffix", "prod1");
        assertThat(model.setting(Protection.KEY)).isEqualTo(Protection.PROTECTED);

        model.edit("suffix", "dev");
        assertThat(model.setting(Protection.KEY)).isEqualTo(Protection.DISPOSABLE);
    }

    @Test
    void protectionChosenByHandStays() {
        model.edit("suffix", "prod1");
        model.edit(Protection.KEY, Protection.DISPOSABLE);
        model.edit("suffix", "prod2");

        assertThat(model.setting(Protection.KEY)).isEqualTo(Protection.DISPOSABLE);
    }

    @Test
    void protectionChosenByHandStaysAfterARestart() {
        model.edit("suffix", "prod1");
        model.edit(Protection.KEY, Protection.DISPOSABLE);

        DraftModel later = new DraftModel(blueprints, REGION, model.draft());
        later.edit("suffix", "prod2");

        assertThat(later.setting(Protection.KEY)).isEqualTo(Protection.DISPOSABLE);
    }

    @Test
    void aPresetKeepsNameAndRecipients() {
        model.edit("suffix", "qa7");
        model.edit(AuroraSettings.MAX_CAPACITY, "64");
        model.recipients(List.of("ops@acme.example"));

        model.fill(model.blueprint(), model.preset());

        assertThat(model.setting(AuroraSettings.MAX_CAPACITY)).isEqualTo("2");
        assertThat(model.draft().suffix()).isEqualTo("qa7");
        assertThat(model.draft().recipients()).containsExactly("ops@acme.example");
    }

    @Test
    void aStepIsLeftOnlyWithoutProblemsOfItsOwnAndEarlierFields() {
        model.edit("suffix", "qa7");
        model.edit("alarm.cpu.threshold", "120");

        assertThat(Step.SIZE.standingInTheWay(model.problems())).isEmpty();
        assertThat(Step.ALARMS.standingInTheWay(model.problems())).hasSize(1);
    }
}
