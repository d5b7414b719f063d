package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.AccountPin;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Validation;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The wizard without its controls: the draft, the step, the preview, the review, and what may happen next. */
final class WizardModel {
    private static final List<Step> CHANGING = List.of(Step.SIZE, Step.ALARMS, Step.REVIEW, Step.DEPLOY);

    private final Session session;
    private final ReadOnlyObjectWrapper<AccountPin> pin;
    private final DraftModel draft;
    private final PreviewModel preview;
    private final ReviewModel review;
    private final RulesModel rules;
    private final DraftKeeper keeper;
    private final ReadOnlyObjectWrapper<Step> step;

    /** Whether a missing suffix counts as an error to show; not before one had the chance to give it. */
    private final BooleanProperty suffixTouched;

    WizardModel(
            DeskServices services,
            Background background,
            InstantSource time,
            String draftId,
            DraftModel draft,
            AccountPin pin,
            Step step) {
        this.session = services.session();
        this.pin = new ReadOnlyObjectWrapper<>(pin);
        this.draft = draft;
        this.preview = new PreviewModel(services.synthesizer(), background);
        this.review = new ReviewModel(services, background);
        this.rules = new RulesModel(services.synthesizer(), background);
        this.step = new ReadOnlyObjectWrapper<>(step == Step.REVIEW && !mayDeploy() ? step.previous() : step);
        this.suffixTouched = new SimpleBooleanProperty(!draft.draft().suffix().isEmpty());
        this.keeper = new DraftKeeper(
                services.store(),
                background,
                time,
                draftId,
                () -> new DraftKeeper.Entry(draft.draft(), this.pin.get(), this.step.get()));
        draft.draftProperty().addListener((observed, before, now) -> {
            if (!now.suffix().isEmpty()) {
                suffixTouched.set(true);
            }
            preview.show(draft);
        });
    }

    DraftModel draft() {
        return draft;
    }

    PreviewModel preview() {
        return preview;
    }

    ReviewModel review() {
        return review;
    }

    RulesModel rules() {
        return rules;
    }

    DraftKeeper keeper() {
        return keeper;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    Step step() {
        return step.get();
    }

    BooleanProperty suffixTouchedProperty() {
        return suffixTouched;
    }

    /** Whether a running environment is changed; its draft is not kept in the draft box. */
    boolean changesRunning() {
        return draft.running().isPresent();
    }

    /** The steps that there are: where and what are decided for an environment that runs. */
    List<Step> steps() {
        return changesRunning() ? CHANGING : List.of(Step.values());
    }

    /** Whether there is no step before this one. */
    boolean atFirst() {
        return step.get() == steps().getFirst();
    }

    /** Comes on screen. */
    void start() {
        if (changesRunning()) {
            preview.show(draft);
            if (step.get() == Step.REVIEW) {
                enterReview();
            }
            return;
        }
        if (step.get() == Step.DEPLOY) {
            // Back from the deployment: what was described goes on as a draft.
            step.set(Step.ALARMS);
            keeper.reopen();
        }
        keeper.start();
        preview.show(draft);
        if (step.get() == Step.REVIEW) {
            enterReview();
        }
    }

    /** Goes off screen: the draft is kept, the change set is not. */
    void stop() {
        leaveReview();
        if (!changesRunning()) {
            keeper.stop();
        }
        preview.close();
    }

    /** The problems that keep one from going on from this step. */
    List<Problem> inTheWay() {
        return step.get().standingInTheWay(draft.problems());
    }

    /** Whether the only thing in the way is a suffix that was not given yet. */
    boolean waitsForSuffix() {
        List<Problem> problems = inTheWay();
        return !suffixTouched.get()
                && problems.size() == 1
                && problems.getFirst().field().equals(Suffix.FIELD)
                && draft.draft().suffix().isEmpty();
    }

    /** The session that the wizard works in. */
    Session session() {
        return session;
    }

    /** The account that the draft is for, whichever session it was opened in. */
    ReadOnlyObjectProperty<AccountPin> pinProperty() {
        return pin.getReadOnlyProperty();
    }

    /** Whether the draft is for the session's account. */
    boolean inItsAccount() {
        return pin.get().allows(session);
    }

    /** The draft is for the session's account from now on. */
    void pinHere() {
        pin.set(AccountPin.of(session));
    }

    /** Whether what is drafted can be deployed with this session; a review makes a change set, which already is a change. */
    boolean mayDeploy() {
        return !session.readOnly() && inItsAccount();
    }

    /** Whether a step can be gone to: all before it must be right. */
    boolean canGo(Step target) {
        if (target == Step.DEPLOY || (target == Step.REVIEW && !mayDeploy())) {
            return false;
        }
        if (!steps().contains(target) || (target == Step.REVIEW && draft.nothingChanged())) {
            return false;
        }
        return target.compareTo(step.get()) <= 0
                || target.previous().standingInTheWay(draft.problems()).isEmpty();
    }

    /** Goes to a step if that is possible. */
    void go(Step target) {
        if (target == step.get() || !canGo(target)) {
            return;
        }
        leaveReview();
        step.set(target);
        if (target == Step.REVIEW) {
            enterReview();
        }
    }

    /** Makes the change set again. */
    void retryReview() {
        enterReview();
    }

    /** The review was taken over by the deployment: the draft has done its work. */
    void deployed() {
        review.handOver();
        if (!changesRunning()) {
            keeper.delete();
        }
        step.set(Step.DEPLOY);
    }

    private void enterReview() {
        if (draft.validation() instanceof Validation.Valid(EnvironmentDefinition definition)) {
            rules.reset();
            review.make(draft, definition, pin.get());
        } else {
            step.set(Step.ofField(draft.problems().getFirst().field()));
        }
    }

    private void leaveReview() {
        if (step.get() == Step.REVIEW) {
            review.discard();
        }
    }
}
