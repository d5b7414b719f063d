package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Finding;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The review in figures, what is worth knowing, and what has to be confirmed. */
final class ReviewSummary extends VBox {
    private final WizardModel wizard;
    private final ReviewFigures figures = new ReviewFigures();
    private final FindingsList findings = new FindingsList(null);
    private final VBox confirm = new VBox();
    private final CostLine cost;

    ReviewSummary(WizardModel wizard, Overlays overlays) {
        this.wizard = wizard;
        this.cost = new CostLine(overlays);
        getStyleClass().add("td-preview");
        HBox head = new HBox(Texts.name("Summary"));
        head.getStyleClass().add("td-side-head");
        // Findings take the room there is; without any the card still stands at the foot.
        Region space = new Region();
        setVgrow(space, Priority.SOMETIMES);
        setVgrow(findings, Priority.ALWAYS);
        confirm.getStyleClass().add("td-confirm-place");
        getChildren().addAll(head, figures, cost, findings, space, confirm);
        wizard.review().stateProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        confirm.getChildren().clear();
        if (!(wizard.review().state() instanceof ReviewModel.State.Made made)) {
            figures.getChildren().clear();
            findings.show(List.of());
            cost.setVisible(false);
            return;
        }
        Review review = made.review();
        cost.show(made.cost());
        int changed = review.changes().size();
        figures.show(review, "%d of %d".formatted(changed, Math.max(changed, resources())));
        figures.figure(
                "E-mail recipients",
                Integer.toString(wizard.draft().draft().recipients().size()));
        List<Finding> told = Stream.concat(ReviewFigures.findings(review).stream(), made.findings().stream())
                .toList();
        findings.show(told);
        Confirmation.of(review)
                .ifPresent(asked -> confirm.getChildren()
                        .add(new LossCard(
                                wizard.review(),
                                asked,
                                review.environment().suffix().value())));
    }

    private int resources() {
        PreviewModel.Shown shown = wizard.preview().shownProperty().get();
        return shown == null ? 0 : shown.outline().allResources();
    }
}
