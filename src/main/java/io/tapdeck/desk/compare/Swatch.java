package io.tapdeck.desk.compare;

import javafx.scene.Group;
import javafx.scene.shape.Line;

/** A piece of a side's line, in its colour and dashes: whole at the left, dashed at the right. */
final class Swatch extends Group {
    private static final double LENGTH = 24;

    Swatch(boolean left) {
        Line line = new Line(0, 0, LENGTH, 0);
        line.getStyleClass().addAll("td-swatch", left ? "td-swatch-1" : "td-swatch-2");
        getChildren().add(line);
    }
}
