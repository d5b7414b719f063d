package io.tapdeck.desk.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Tapdeck's mark: a pulse on a square, 24 wide. */
public final class Logo extends StackPane {
    private static final double SIZE = 24;

    public Logo() {
        SVGPath pulse = new SVGPath();
        pulse.setContent("M5 14 H8.5 L12 8 L15.5 14 H19");
        pulse.getStyleClass().add("td-logo-line");
        getStyleClass().add("td-logo");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().add(pulse);
        setAccessibleText("Tapdeck");
    }
}
