package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.TargetAdditions;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.TargetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A review in figures; the same wherever it is read. */
final class ReviewFigures extends VBox {

    ReviewFigures() {
        super(6);
        getStyleClass().add("td-figures");
    }

    /**
     * Shows a review.
     *
     * @param touched how many resources change, such as "3 of 37"
     */
    void show(Review review, String touched) {
        getChildren().clear();
        figure("Resources touched", touched);
        ExpectedDuration length = ExpectedDuration.of(review.resources());
        if (!length.latest().isZero()) {
            figure("Expected duration", TimeText.range(length.usual(), length.latest()));
        }
        if (!review.nothingChanges()) {
            figure(
                    "If it fails",
                    review.operation() == Operation.CREATE ? "removed again by AWS" : "rolled back by AWS");
        }
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
                .forEach(inputs -> new TreeMap<>(inputs.values())
                        .forEach((name, value) -> figure(name, inputs.known(name) ? value : "known later")));
        if (!review.settings().equals(TargetSettings.NONE)) {
            getChildren().addAll(Texts.label("Added for this account"), new TargetAdditions(review.settings()));
        }
    }

    /** Adds a line. */
    void figure(String name, String value) {
        getChildren()
                .add(new HBox(8, Texts.cell(name, "td-muted"), Form.spacer(), Texts.number(value, "td-number-medium")));
    }

    /** What of a review is worth knowing beside its changes: AWS's warnings, the checks', alarms that ring. */
    static List<Finding> findings(Review review) {
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
        return told;
    }
}
