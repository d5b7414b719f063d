package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Protection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Protection, chosen by what would be lost. */
final class ProtectionCards extends VBox {
    private final ChoiceCard disposable;
    private final ChoiceCard protectedCard;
    private final DraftModel model;

    ProtectionCards(DraftModel model) {
        super(8);
        this.model = model;
        ToggleGroup group = new ToggleGroup();
        disposable = new ChoiceCard(
                Icons.DESTROY,
                "Disposable",
                "for tests",
                group,
                () -> model.edit(Protection.KEY, Protection.DISPOSABLE),
                line(Icons.NO, "td-danger", "Destroy deletes the database and all backups. Nothing can be restored."),
                line(Icons.NO, "td-danger", "The backup bucket is emptied and deleted."),
                line(Icons.OK, "td-success", "One command, nothing left behind."));
        protectedCard = new ChoiceCard(
                Icons.PROTECTED,
                "Protected",
                "for prod-like names",
                group,
                () -> model.edit(Protection.KEY, Protection.PROTECTED),
                line(Icons.OK, "td-success", "Destroy takes a last snapshot. Only later writes are lost."),
                line(Icons.OK, "td-success", "Backup bucket and encryption key are kept."),
                line(Icons.LOCK, "td-muted", "Refused until deletion protection is switched off here."));
        GridPane cards = new GridPane(12, 0);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        cards.getColumnConstraints().addAll(half, half);
        cards.addRow(0, disposable, protectedCard);
        getChildren()
                .addAll(Form.section("Protection level", "what is lost when this environment is destroyed"), cards);
        model.draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        boolean kept = model.setting(Protection.KEY).equals(Protection.PROTECTED);
        (kept ? protectedCard : disposable).choose();
    }

    private static HBox line(Icons icon, String role, String text) {
        Label words = Texts.paragraph(text);
        HBox line = new HBox(8, icon.view(role, "td-icon-13"), Form.growing(words));
        line.getStyleClass().add("td-choice-body");
        return line;
    }

    /** The chosen card's radio button. */
    Node control() {
        return disposable.radio().isSelected() ? disposable.radio() : protectedCard.radio();
    }
}
