package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextFlow;

/** One change of a running environment, before and after, and the button that takes it back. */
final class ChangeLine extends HBox {

    /**
     * A line.
     *
     * @param name what is changed
     */
    ChangeLine(String name, String before, String after, Runnable onUndo) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        TextFlow words = Texts.sentence(
                Texts.run(name + "  ", "td-label", "td-default"),
                Texts.run(before.isEmpty() ? "none" : before, "td-mono-11", "td-muted"),
                Texts.run("  →  ", "td-cell", "td-muted"),
                Texts.run(after.isEmpty() ? "none" : after, "td-mono-11", "td-accent"));
        Button undo = Buttons.link("Undo", onUndo);
        undo.setAccessibleText("Undo the change of " + name);
        getChildren().addAll(Icons.CHANGE.view("td-accent", "td-icon-13"), words, undo);
    }
}
