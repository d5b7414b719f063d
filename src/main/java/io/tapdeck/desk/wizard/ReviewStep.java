package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What would be changed, sorted by danger. Nothing is changed here. */
final class ReviewStep implements StepView {
    private final WizardModel wizard;
    private final AccountMarks accounts;
    private final InstantSource awsTime;
    private final VBox root = new VBox();
    private final RollbackCard rollback = new RollbackCard(this::watch);
    private @Nullable ReviewHead head;
    private boolean rewatching;

    /**
     * A review.
     *
     * @param accounts by what accounts are told from each other
     * @param awsTime by whose time the change set was made
     */
    ReviewStep(WizardModel wizard, AccountMarks accounts, InstantSource awsTime) {
        this.accounts = accounts;
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
        ReviewHead shown = head;
        if (shown != null) {
            shown.age(awsTime.instant());
        }
    }

    private void show() {
        switch (wizard.review().state()) {
            case ReviewModel.State.Making _ -> showMaking();
            case ReviewModel.State.Failed failed -> {
                rewatching = false;
                showFailed(failed);
            }
            case ReviewModel.State.Made made -> {
                rewatching = false;
                showMade(made.review());
                RulesCard rules = new RulesCard(wizard.rules(), made.definition());
                rules.show();
                root.getChildren().add(rules);
            }
        }
    }

    private void showMaking() {
        head = null;
        HBox doing =
                new HBox(8, new ProgressArc(7), Texts.cell("AWS compares the template with the account.", "td-muted"));
        doing.setAlignment(Pos.CENTER_LEFT);
        List<Node> parts = new ArrayList<>(List.of(Form.head("Review", Texts.cell("")), doing, new Skeleton(6, 40)));
        if (rewatching) {
            // Whoever has just chosen keeps the focus.
            rollback.showMaking();
            parts.add(rollback);
        }
        root.getChildren().setAll(parts);
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
        ReviewHead shown = new ReviewHead(review, accounts, awsTime.instant());
        head = shown;
        List<Node> parts = new ArrayList<>();
        parts.add(shown);
        parts.addAll(ReviewBody.of(
                wizard.draft().blueprint(),
                review,
                "%s already is as the draft says. Go back to change something.".formatted(suffix)));
        if (review.operation() == Operation.UPDATE && !review.nothingChanges()) {
            rollback.show(
                    wizard.review().watchTime().orElse(null),
                    review.stacks().stream().map(StackReview::rollback).toList());
            parts.add(rollback);
        }
        root.getChildren().setAll(parts);
    }

    /** Triggers are part of a change set: another choice needs another one. */
    private void watch(@Nullable Duration time) {
        rewatching = true;
        wizard.review().watch(time);
        wizard.retryReview();
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
