package io.tapdeck.desk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the window shows while the desk connects. */
public final class Opening extends VBox {
    private static final double GAP = 12;

    public Opening() {
        super(GAP, new Logo(), new Label("Connecting…"));
        setAlignment(Pos.CENTER);
        getStyleClass().add("td-page");
    }
}
