package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The heads of the columns; those that can be sorted by are buttons, the chosen one has an arrow. */
final class ColumnHeads extends HBox {
    private final Consumer<Order> onOrder;
    private final ObservableValue<Columns> columns;
    private Order order = Order.TROUBLE;

    ColumnHeads(ObservableValue<Columns> columns, Consumer<Order> onOrder) {
        this.columns = columns;
        this.onOrder = onOrder;
        getStyleClass().add("td-column-heads");
        setAlignment(Pos.CENTER_LEFT);
        columns.addListener((observed, before, now) -> show());
        show();
    }

    /** Shows by what the rows are sorted. */
    void show(Order now) {
        if (now != order) {
            order = now;
            show();
        }
    }

    private void show() {
        Columns widths = columns.getValue();
        getChildren()
                .setAll(
                        sortable("Environment", Order.NAME, widths.environment()),
                        sortable("State", Order.TROUBLE, widths.state()),
                        fixed(head("Blueprint"), widths.blueprint()),
                        fixed(head("Account"), widths.account()),
                        fixed(head("Region"), widths.region()),
                        fixed(head("Alarms"), widths.alarms()),
                        sortable("Last 24 h", Order.CAPACITY, widths.line()),
                        sortable("Deployed", Order.CHANGED, 0));
    }

    private Node sortable(String title, Order own, double width) {
        HBox content = new HBox(6, head(title));
        content.setAlignment(Pos.CENTER_LEFT);
        if (own == order) {
            content.getChildren().add((own.descends() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_UP).view("td-muted"));
        }
        Button button = new Button("", content);
        button.getStyleClass().setAll("td-head-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText("Sort by " + own.label() + (own == order ? ", chosen" : ""));
        button.setOnAction(event -> onOrder.accept(own));
        HBox cell = new HBox(button);
        cell.setAlignment(Pos.CENTER_LEFT);
        return fixed(cell, width);
    }

    private static Label head(String title) {
        Label head = Texts.caption(title);
        head.getStyleClass().setAll("label", "td-caption-medium", "td-muted");
        return head;
    }

    private static <T extends Region> T fixed(T head, double width) {
        if (width > 0) {
            head.setMinWidth(width);
            head.setPrefWidth(width);
        }
        return head;
    }
}
