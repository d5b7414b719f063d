package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Back, whether the draft is safe, what is missing, and on. */
final class Foot extends HBox {
    private final WizardModel model;
    private final Runnable onDeploy;
    private final Button back;
    private final HBox kept = new HBox(6);
    private final HBox reason = new HBox(6);
    private final HBox action = new HBox();
    private Button forward;
    private String shape = "";

    Foot(WizardModel model, Runnable onDeploy) {
        this.model = model;
        this.onDeploy = onDeploy;
        getStyleClass().add("td-foot");
        setAlignment(Pos.CENTER_LEFT);
        back = Buttons.secondary(
                "Back", Icons.ARROW_LEFT, () -> model.go(model.step().previous()));
        forward = Buttons.primary("", null, this::goOn);
        kept.setAlignment(Pos.CENTER_LEFT);
        reason.setAlignment(Pos.CENTER_RIGHT);
        action.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(back, kept, Form.spacer(), reason, action);
        model.stepProperty().addListener((observed, before, now) -> show());
        model.draft().draftProperty().addListener((observed, before, now) -> {
            show();
            showKept();
        });
        model.pinProperty().addListener((observed, before, now) -> show());
        model.suffixTouchedProperty().addListener((observed, before, now) -> show());
        model.review().stateProperty().addListener((observed, before, now) -> show());
        model.review().typedProperty().addListener((observed, before, now) -> show());
        model.review().readProperty().addListener((observed, before, now) -> show());
        model.keeper().wordsProperty().addListener((observed, before, now) -> showKept());
        show();
        showKept();
    }

    /** Goes on if that is possible, as the button does. */
    void goOn() {
        if (model.step() == Step.REVIEW) {
            if (model.review().obstacle().isEmpty()) {
                onDeploy.run();
            }
        } else if (model.inTheWay().isEmpty()) {
            model.go(model.step().next());
        } else {
            model.suffixTouchedProperty().set(true);
        }
    }

    private void show() {
        back.setVisible(!model.atFirst());
        back.setManaged(!model.atFirst());
        reason.getChildren().clear();
        if (model.step() == Step.REVIEW) {
            showReview();
        } else {
            showStep();
        }
    }

    private void showChanges(int changes) {
        if (changes > 0) {
            String words = changes == 1 ? "1 change" : changes + " changes";
            kept.getChildren()
                    .addAll(Icons.CHANGE.view("td-accent", "td-icon-13"), muted(words + ", lost when you leave"));
        }
    }

    private void showStep() {
        boolean last = model.step().next() == Step.REVIEW && !model.mayDeploy();
        action.setVisible(!last);
        action.setManaged(!last);
        if (last) {
            reason.getChildren().add(muted(obstacle()));
            return;
        }
        int problems = model.inTheWay().size();
        button("Continue to " + model.step().next().title(), Icons.ARROW_RIGHT, false);
        boolean idle = model.step().next() == Step.REVIEW && model.draft().nothingChanged();
        forward.setDisable(problems > 0 || idle);
        if (idle) {
            reason.getChildren().add(muted("Nothing is changed yet."));
        } else if (model.waitsForSuffix()) {
            reason.getChildren().add(muted("Waits for the suffix"));
        } else if (problems > 0) {
            Label words = Texts.cell(problems == 1 ? "1 field to mend" : problems + " fields to mend", "td-danger");
            reason.getChildren().addAll(Icons.PROBLEM.view("td-danger"), words);
        }
    }

    /** Why there is no button that leads to the review. */
    private String obstacle() {
        return model.inItsAccount()
                ? "This session only reads: drafts are kept here, and deployed from another."
                : "For account %s; this session is in %s."
                        .formatted(
                                Session.grouped(
                                        String.valueOf(model.pinProperty().get().account())),
                                model.session().accountText());
    }

    private void showReview() {
        String dangerous = model.review().state() instanceof ReviewModel.State.Made made
                ? Confirmation.of(made.review()).map(Confirmation::button).orElse("")
                : "";
        button(dangerous.isEmpty() ? "Deploy" : dangerous, Icons.DEPLOYMENTS, !dangerous.isEmpty());
        String obstacle = model.review().obstacle();
        forward.setDisable(!obstacle.isEmpty());
        if (!obstacle.isEmpty()) {
            reason.getChildren().add(muted(obstacle));
        }
    }

    /** The same button as long as it says the same, so that it keeps the focus. */
    private void button(String words, Icons icon, boolean dangerous) {
        String wanted = words + dangerous;
        if (!wanted.equals(shape)) {
            shape = wanted;
            forward = dangerous ? Buttons.danger(words, icon, this::goOn) : Buttons.primary(words, icon, this::goOn);
            action.getChildren().setAll(forward);
        }
    }

    /** What would be deployed, if it may be. */
    static Review review(ReviewModel.State state) {
        if (state instanceof ReviewModel.State.Made made) {
            return made.review();
        }
        throw new IllegalStateException("no review");
    }

    private static Label muted(String text) {
        return Texts.cell(text, "td-muted");
    }

    private void showKept() {
        String words = model.keeper().wordsProperty().get();
        kept.getChildren().clear();
        if (model.changesRunning()) {
            showChanges(model.draft().changes());
        } else if (!words.isEmpty()) {
            boolean trouble = model.keeper().inTrouble();
            kept.getChildren()
                    .addAll(
                            trouble ? Icons.WARNING.view("td-warning") : Icons.OK.view("td-muted", "td-icon-13"),
                            Texts.number(words, "td-muted"));
        }
    }
}
