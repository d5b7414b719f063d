package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for the suffix before data is lost, or its protection taken off. */
final class LossCard extends VBox {

    LossCard(ReviewModel model, Confirmation asked, String suffix) {
        super(8);
        getStyleClass().add("td-loss-card");
        HBox head = new HBox(8, Icons.STUCK.view("td-danger"), Texts.name(asked.title()));
        head.setAlignment(Pos.CENTER_LEFT);
        Label why = Texts.paragraph(asked.request());
        TextField typed = new TextField();
        typed.getStyleClass().addAll("td-mono-field", "td-loss-field");
        typed.setAccessibleText("Type the suffix " + suffix);
        typed.textProperty().bindBidirectional(model.typedProperty());
        why.setLabelFor(typed);
        Label count = Texts.number("", "td-muted", "td-number-small");
        count.setMouseTransparent(true);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        Runnable show = () -> count.setText("%d of %d"
                .formatted(suffix.startsWith(typed.getText()) ? typed.getText().length() : 0, suffix.length()));
        typed.textProperty().addListener((observed, before, now) -> show.run());
        show.run();
        StackPane field = new StackPane(typed, count);
        field.getStyleClass().add("td-loss-count");
        CheckBox read = new CheckBox(asked.tick());
        read.setMinWidth(USE_PREF_SIZE);
        read.selectedProperty().bindBidirectional(model.readProperty());
        getChildren().addAll(head, why, field, read);
    }
}
