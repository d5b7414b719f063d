package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What was checked before the change set: a line of counts that opens to the list, the worst first. */
final class PreflightCard extends VBox {
    private static final double SUBJECT = 150;

    private final VBox list = new VBox();
    private final Button toggle = Buttons.link("", this::turn);

    /**
     * A card.
     *
     * @param open whether the list is seen at once
     */
    PreflightCard(Preflight preflight, boolean open) {
        getStyleClass().add("td-review-card");
        HBox head = new HBox(8, glyph(worst(preflight)), Texts.label(preflight.summary()), Form.spacer(), toggle);
        head.getStyleClass().add("td-review-head");
        preflight.checks().stream()
                .sorted(Comparator.comparing(Check::result))
                .forEach(check -> list.getChildren().add(row(check)));
        getChildren().addAll(head, list);
        show(open);
    }

    private void turn() {
        show(!list.isVisible());
    }

    private void show(boolean open) {
        list.setVisible(open);
        list.setManaged(open);
        toggle.setText(open ? "Hide the checks" : "Show the checks");
    }

    private static Result worst(Preflight preflight) {
        return preflight.checks().stream()
                .map(Check::result)
                .min(Comparator.naturalOrder())
                .orElse(Result.PASSED);
    }

    private static HBox row(Check check) {
        Label subject = Form.wide(Texts.label(check.subject()), SUBJECT);
        HBox row = new HBox(10, glyph(check.result()), subject, Form.growing(Texts.paragraph(check.words())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-review-row");
        return row;
    }

    private static Node glyph(Result result) {
        return switch (result) {
            case PASSED -> Icons.OK.view("td-success");
            case WARNED -> Icons.WARNING.view("td-warning");
            case FAILED -> Icons.PROBLEM_FILLED.view("td-danger");
            case NOT_CHECKED -> Icons.UNKNOWN.view("td-muted");
        };
    }
}
