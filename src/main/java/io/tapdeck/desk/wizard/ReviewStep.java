package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What would be changed, sorted by danger. Nothing is changed here. */
final class ReviewStep implements StepView {
    private final WizardModel wizard;
    private final InstantSource awsTime;
    private final VBox root = new VBox();
    private final Label age = Texts.paragraph("", "td-muted");

    /**
     * A review.
     *
     * @param awsTime by whose time the change set was made
     */
    ReviewStep(WizardModel wizard, InstantSource awsTime) {
        this.wizard = wizard;
        this.awsTime = awsTime;
        root.getStyleClass().add("td-form");
        root.setFocusTraversable(false);
        wizard.review().stateProperty().addListener((observed, before, now) -> show());
        wizard.rules().stateProperty().addListener((observed, before, now) -> {
            if (root.getChildren().getLast() instanceof RulesCard rules) {
                rules.show();
            }
        });
        show();
    }

    /** Lets the age of the change set grow. */
    void tick() {
        if (wizard.review().state() instanceof ReviewModel.State.Made made) {
            Duration old = Duration.between(made.review().madeAt(), awsTime.instant());
            age.setText("Nothing has been changed yet. The change set was made by AWS %s and costs nothing."
                    .formatted(old.toSeconds() < 1 ? "just now" : TimeText.rough(old) + " ago"));
        }
    }

    private void show() {
        switch (wizard.review().state()) {
            case ReviewModel.State.Making _ -> showMaking();
            case ReviewModel.State.Failed failed -> showFailed(failed);
            case ReviewModel.State.Made made -> {
                showMade(made.review());
                RulesCard rules = new RulesCard(wizard.rules(), made.definition());
                rules.show();
                root.getChildren().add(rules);
            }
        }
        tick();
    }

    private void showMaking() {
        HBox doing =
                new HBox(8, new ProgressArc(7), Texts.cell("AWS compares the template with the account.", "td-muted"));
        doing.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(Form.head("Review", Texts.cell("")), doing, new Skeleton(6, 40));
    }

    private void showFailed(ReviewModel.State.Failed failed) {
        HBox head =
                new HBox(8, Icons.PROBLEM_FILLED.view("td-danger"), Form.growing(Texts.paragraph(failed.message())));
        VBox card = new VBox(
                12,
                Texts.ask("There is no change set"),
                head,
                Texts.paragraph(failed.remedy(), "td-muted"),
                Buttons.secondary("Try again", Icons.REFRESH, wizard::retryReview));
        card.getStyleClass().addAll("td-card", "td-failure-card");
        root.getChildren().setAll(Form.head("Review", Texts.cell("")), card);
        if (!failed.preflight().checks().isEmpty()) {
            root.getChildren().add(new PreflightCard(failed.preflight(), true));
        }
    }

    private void showMade(Review review) {
        String suffix = review.environment().suffix().value();
        String title = review.operation() == Operation.CREATE ? "Review " + suffix : "Review the change to " + suffix;
        Label name = Texts.mono11(review.changeSetName(), "td-muted");
        name.setTooltip(new javafx.scene.control.Tooltip(review.changeSetId()));
        HBox made = new HBox(6, Icons.LOOK.view("td-muted"), Form.growing(age));
        made.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(Form.head(title, name), made);
        if (review.nothingChanges()) {
            root.getChildren().add(nothing(suffix));
        }
        if (!review.preflight().checks().isEmpty()) {
            root.getChildren().add(new PreflightCard(review.preflight(), false));
        }
        if (!review.settingChanges().isEmpty()) {
            root.getChildren().add(new ChangedSettings(review.settingChanges()));
        }
        for (ResourceChange.Risk risk : ResourceChange.Risk.values()) {
            List<ResourceChange> changes = ChangeGroups.of(review.changes(), risk);
            if (!changes.isEmpty()) {
                root.getChildren().add(new ReviewCard(wizard.draft().blueprint(), risk, changes));
            }
        }
        if (review.operation() == Operation.UPDATE && !review.nothingChanges()) {
            root.getChildren()
                    .add(new RollbackCard(
                            wizard.review().watchTime().orElse(null),
                            review.stacks().stream().map(StackReview::rollback).toList(),
                            this::watch));
        }
    }

    /** Triggers are part of a change set: another choice needs another one. */
    private void watch(@Nullable Duration time) {
        wizard.review().watch(time);
        wizard.retryReview();
    }

    private static VBox nothing(String suffix) {
        VBox card = new VBox(
                8,
                Texts.ask("Nothing changes"),
                Texts.paragraph("%s already is as the draft says. Go back to change something.".formatted(suffix)));
        card.getStyleClass().add("td-card");
        return card;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return root;
    }
}
