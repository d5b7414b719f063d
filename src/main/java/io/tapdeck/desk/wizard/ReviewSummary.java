package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.TargetAdditions;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.TargetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The review in figures, what is worth knowing, and what has to be confirmed. */
final class ReviewSummary extends VBox {
    private final WizardModel wizard;
    private final VBox figures = new VBox(6);
    private final FindingsList findings = new FindingsList(null);
    private final VBox confirm = new VBox();
    private final CostLine cost;

    ReviewSummary(WizardModel wizard, Overlays overlays) {
        this.wizard = wizard;
        this.cost = new CostLine(overlays);
        getStyleClass().add("td-preview");
        HBox head = new HBox(Texts.name("Summary"));
        head.getStyleClass().add("td-side-head");
        figures.getStyleClass().add("td-figures");
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
        figures.getChildren().clear();
        confirm.getChildren().clear();
        if (!(wizard.review().state() instanceof ReviewModel.State.Made made)) {
            findings.show(List.of());
            cost.setVisible(false);
            return;
        }
        Review review = made.review();
        cost.show(made.cost());
        int all = Math.max(review.changes().size(), resources());
        figure("Resources touched", "%d of %d".formatted(review.changes().size(), all));
        ExpectedDuration length = ExpectedDuration.of(review.resources());
        if (!length.latest().isZero()) {
            figure("Expected duration", TimeText.range(length.usual(), length.latest()));
        }
        if (!review.nothingChanges()) {
            figure(
                    "If it fails",
                    review.operation() == Operation.CREATE ? "removed again by AWS" : "rolled back by AWS");
        }
        figure(
                "E-mail recipients",
                Integer.toString(wizard.draft().draft().recipients().size()));
        review.stacks().stream()
                .map(StackReview::rollback)
                .filter(RollbackTriggers::watches)
                .forEach(rollback -> figure(
                        "Watched alarms",
                        "%d, for %d min"
                                .formatted(
                                        rollback.alarms().size(),
                                        rollback.watchTime().toMinutes())));
        review.stacks().stream()
                .flatMap(stack -> Stream.ofNullable(stack.inputs()))
                .forEach(this::parameters);
        if (!review.settings().equals(TargetSettings.NONE)) {
            figures.getChildren().addAll(Texts.label("Added for this account"), new TargetAdditions(review.settings()));
        }
        List<Finding> told = new ArrayList<>();
        review.warnings()
                .forEach(warning ->
                        told.add(new Finding("aws", Finding.Severity.WARNING, "CloudFormation warns", warning, null)));
        review.preflight()
                .of(Preflight.Result.WARNED)
                .forEach(check -> told.add(
                        new Finding("preflight", Finding.Severity.WARNING, check.subject(), check.words(), null)));
        review.stacks().stream()
                .flatMap(stack -> stack.rollback().leftOut().stream())
                .filter(RollbackTriggers.LeftOut::rings)
                .forEach(alarm -> told.add(new Finding(
                        "rings",
                        Finding.Severity.WARNING,
                        alarm.name() + " is in ALARM now",
                        "As a roll-back trigger it may fail the update at once. It is left out.",
                        null)));
        told.addAll(made.findings());
        findings.show(told);
        Confirmation.of(review)
                .ifPresent(asked -> confirm.getChildren()
                        .add(new LossCard(
                                wizard.review(),
                                asked,
                                review.environment().suffix().value())));
    }

    private void parameters(StackReview.Inputs inputs) {
        new TreeMap<>(inputs.values())
                .forEach((name, value) -> figure(name, inputs.known(name) ? value : "known later"));
    }

    private int resources() {
        PreviewModel.Shown shown = wizard.preview().shownProperty().get();
        return shown == null ? 0 : shown.outline().allResources();
    }

    private void figure(String name, String value) {
        Label strong = Texts.number(value, "td-number-medium");
        figures.getChildren().add(new HBox(8, Texts.cell(name, "td-muted"), Form.spacer(), strong));
    }
}
