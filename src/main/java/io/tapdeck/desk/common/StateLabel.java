package io.tapdeck.desk.common;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Glyph, word and CloudFormation's own name of a state. */
public final class StateLabel extends HBox {

    /**
     * A state in a line.
     *
     * @param code CloudFormation's name, such as {@code CREATE_COMPLETE}; empty shows the word only
     */
    public StateLabel(StateLook look, String code) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Label word = Texts.cell(look.word(), look.wordRole());
        getChildren().addAll(glyph(look), word);
        if (!code.isEmpty()) {
            getChildren().add(Texts.monoSmall(code, "td-muted"));
        }
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(code.isEmpty() ? look.word() : look.word() + ", " + code);
    }

    /** The glyph alone: the progress arc where something runs. */
    public static Node glyph(StateLook look) {
        return look.busy() ? new ProgressArc(7) : look.icon().view(look.role());
    }
}
