package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.desk.kit.FakeSynthesizer;
import io.tapdeck.desk.kit.QueuedBackground;
import io.tapdeck.synth.SynthesisException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewModelTest {
    private final FakeSynthesizer synthesizer = new FakeSynthesizer();
    private final QueuedBackground background = new QueuedBackground();
    private final PreviewModel preview = new PreviewModel(synthesizer, background);
    private final DraftModel draft = DraftModel.fresh(new Blueprints(List.of(new AuroraMySql())), "us-east-1");

    @BeforeEach
    void showEveryEdit() {
        synthesizer.templateAs(WizardDesk::template, 37);
        draft.draftProperty().addListener((observed, before, now) -> preview.show(draft));
    }

    @Test
    void anOvertakenAnswerIsDropped() {
        draft.edit("suffix", "qa1");
        draft.edit("suffix", "qa2");

        background.newestFirst();
        background.settle();

        assertThat(shown().outline().suffix()).isEqualTo("qa2");
    }

    @Test
    void whileTheDraftIsWrongTheLastValidTemplateStaysAndSaysSo() {
        draft.edit("suffix", "qa7");
        background.settle();

        draft.edit("suffix", "qa7_");

        assertThat(shown().outline().suffix()).isEqualTo("qa7");
        assertThat(preview.noticeProperty().get()).isEqualTo("Shows qa7, the last valid suffix.");
    }

    @Test
    void theNoticeNamesWhatIsShownEvenIfItArrivesLate() {
        draft.edit("suffix", "qa7");
        background.settle();
        draft.edit("suffix", "qa8");
        draft.edit("suffix", "qa8_");

        background.settle();

        assertThat(shown().outline().suffix()).isEqualTo("qa8");
        assertThat(preview.noticeProperty().get()).isEqualTo("Shows qa8, the last valid suffix.");
    }

    @Test
    void withoutASuffixAnExampleIsShown() {
        preview.show(draft);
        background.settle();

        assertThat(shown().outline().suffix()).isEqualTo("dev");
        assertThat(preview.noticeProperty().get()).isEqualTo("Shows dev as an example.");
    }

    @Test
    void theLastChangeIsFound() {
        draft.edit("suffix", "qa7");
        background.settle();
        draft.edit("maxCapacity", "8");
        background.settle();

        assertThat(shown().change().before().values()).containsExactly("2");
        assertThat(shown().change().before().keySet())
                .extracting(OutlineChange.Place::path)
                .containsExactly("ServerlessV2ScalingConfiguration.MaxCapacity");
    }

    @Test
    void anotherSuffixAloneChangesNothingThatIsLit() {
        draft.edit("suffix", "qa7");
        background.settle();
        draft.edit("suffix", "qa-8-eu");
        background.settle();

        assertThat(shown().change().isEmpty()).isTrue();
    }

    @Test
    void aFailureStaysUntilTheNextAnswerAndTheRestGoesOn() {
        synthesizer.fail(new SynthesisException("Node.js was not found.", "Install Node.js 20 or later."));
        draft.edit("suffix", "qa7");
        background.settle();
        assertThat(Objects.requireNonNull(preview.failureProperty().get()).remedy())
                .isEqualTo("Install Node.js 20 or later.");

        synthesizer.fail(null);
        preview.retry(draft);
        background.settle();

        assertThat(preview.failureProperty().get()).isNull();
        assertThat(shown().outline().suffix()).isEqualTo("qa7");
    }

    @Test
    void theSpinnerComesOnlyIfTheAnswerTakesItsTime() {
        draft.edit("suffix", "qa7");
        assertThat(preview.slowProperty().get()).isFalse();

        background.tick();
        assertThat(preview.slowProperty().get()).isTrue();

        background.settle();
        assertThat(preview.slowProperty().get()).isFalse();
    }

    private PreviewModel.Shown shown() {
        return Objects.requireNonNull(preview.shownProperty().get());
    }
}
