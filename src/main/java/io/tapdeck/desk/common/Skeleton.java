package io.tapdeck.desk.common;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Grey bars in place of rows that are being read. They appear after 150 ms, so that a quick answer does not flicker. */
public final class Skeleton extends VBox {
    private static final Duration PATIENCE = Duration.millis(150);

    /** As many bars as rows, each of a row's height. */
    public Skeleton(int rows, double rowHeight) {
        setAccessibleText("Reading");
        for (int row = 0; row < rows; row++) {
            Region bar = new Region();
            bar.getStyleClass().add("td-skeleton");
            bar.setPrefHeight(rowHeight - 16);
            bar.setMaxWidth(620 - row % 3 * 140);
            VBox.setMargin(bar, new javafx.geometry.Insets(8, 24, 8, 24));
            getChildren().add(bar);
        }
        setVisible(false);
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(event -> setVisible(true));
        wait.play();
    }
}
