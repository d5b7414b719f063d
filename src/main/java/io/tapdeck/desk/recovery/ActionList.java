package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.StackAction;
import io.tapdeck.desk.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What may be done with the stack, one of it chosen; each with the call of AWS that does it. */
final class ActionList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<RadioButton> radios = new ArrayList<>();

    ActionList(RecoveryModel model) {
        getStyleClass().add("td-list-card");
        HBox head = new HBox(8, Texts.label("What can be done with the stack"));
        head.getStyleClass().add("td-list-head");
        getChildren().add(head);
        ToggleGroup group = new ToggleGroup();
        for (StackAction action : model.stack().actions()) {
            getChildren().add(model.choosable().contains(action) ? row(model, action, group) : told(model, action));
        }
        if (!model.choosable().containsAll(model.stack().actions())) {
            HBox why = new HBox(Texts.paragraph(
                    "This session only reads. A session that may change the stack does it.", "td-muted"));
            why.getStyleClass().add("td-list-row");
            getChildren().add(why);
        }
        if (model.stack().actions().isEmpty()) {
            HBox nothing = new HBox(
                    Texts.paragraph("Nothing can be done from here. The AWS console shows the stack.", "td-muted"));
            nothing.getStyleClass().add("td-list-row");
            getChildren().add(nothing);
        }
    }

    private HBox row(RecoveryModel model, StackAction action, ToggleGroup group) {
        ActionWords words = ActionWords.of(model, action);
        RadioButton radio = new RadioButton();
        radio.setToggleGroup(group);
        radio.setAccessibleText(words.verb() + ". " + words.does());
        radio.setSelected(model.chosen().filter(action::equals).isPresent());
        radios.add(radio);
        VBox sentence = new VBox(2, Texts.name(words.verb()), Texts.paragraph(words.does(), "td-muted"));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(10, radio, words.icon().view("td-muted"), sentence, call(action));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-list-row");
        row.pseudoClassStateChanged(CHOSEN, radio.isSelected());
        radio.selectedProperty().addListener((observed, before, now) -> {
            row.pseudoClassStateChanged(CHOSEN, now);
            if (now) {
                model.choose(action);
            }
        });
        row.setOnMouseClicked(event -> {
            radio.requestFocus();
            radio.setSelected(true);
        });
        return row;
    }

    /** What a session with more rights can do, in words. */
    private static HBox told(RecoveryModel model, StackAction action) {
        ActionWords words = ActionWords.of(model, action);
        VBox sentence = new VBox(2, Texts.name(words.verb()), Texts.paragraph(words.does(), "td-muted"));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(10, words.icon().view("td-muted"), sentence, call(action));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-list-row");
        return row;
    }

    private static Region call(StackAction action) {
        return Texts.monoSmall(action.call(), "td-muted");
    }

    /** Chooses by number, from 1; false if there is none of it. */
    boolean choose(int number) {
        if (number < 1 || number > radios.size()) {
            return false;
        }
        radios.get(number - 1).setSelected(true);
        radios.get(number - 1).requestFocus();
        return true;
    }

    /** Moves the focus to what is chosen. */
    void focus() {
        radios.stream().filter(RadioButton::isSelected).findFirst().ifPresent(RadioButton::requestFocus);
    }
}
