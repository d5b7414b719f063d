package io.tapdeck.desk.common;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Three columns of equal width, each with a muted head: how a card tells what is, what it means, what follows. */
public final class Thirds extends GridPane {
    private static final int COLUMNS = 3;

    public Thirds() {
        super(0, 0);
        getStyleClass().add("td-thirds");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(width);
        }
    }

    /** Fills the next column; there are three. */
    public Thirds with(String head, Node content) {
        VBox column = new VBox(6, Texts.cell(head, "td-muted"), content);
        column.getStyleClass().add("td-third");
        add(column, getChildren().size(), 0);
        return this;
    }
}
