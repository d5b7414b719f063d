package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One of a few things to choose, as a card with a radio button: the whole card can be pressed. */
final class ChoiceCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final RadioButton radio = new RadioButton();

    /**
     * A card.
     *
     * @param remark a few muted words at the right; may be empty
     * @param group of the cards among which one is chosen
     * @param onChosen hears a reader's choice
     */
    ChoiceCard(Icons icon, String name, String remark, ToggleGroup group, Runnable onChosen, Node... lines) {
        getStyleClass().add("td-choice");
        radio.setToggleGroup(group);
        radio.setAccessibleText(remark.isEmpty() ? name : name + ", " + remark);
        radio.setOnAction(event -> onChosen.run());
        radio.selectedProperty().addListener((observed, before, now) -> pseudoClassStateChanged(CHOSEN, now));
        HBox head = new HBox(8, radio, icon.view(), Texts.name(name), Form.spacer(), Texts.caption(remark));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        for (Node line : lines) {
            getChildren().add(line);
        }
        setOnMouseClicked(event -> {
            radio.requestFocus();
            if (!radio.isSelected()) {
                radio.fire();
            }
        });
    }

    RadioButton radio() {
        return radio;
    }

    /** Shows the choice without telling anybody. */
    void choose() {
        radio.setSelected(true);
    }
}
