package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The heads of the columns. */
final class ColumnHeads extends HBox {

    ColumnHeads(ObservableValue<Columns> columns) {
        getStyleClass().add("td-column-heads");
        setAlignment(Pos.CENTER_LEFT);
        columns.addListener((observed, before, now) -> show(now));
        show(columns.getValue());
    }

    private void show(Columns columns) {
        getChildren()
                .setAll(
                        head("Environment", columns.environment()),
                        head("State", columns.state()),
                        head("Blueprint", columns.blueprint()),
                        head("Account", columns.account()),
                        head("Region", columns.region()),
                        head("Alarms", columns.alarms()),
                        head("Last 24 h", columns.line()),
                        head("Deployed", 0));
    }

    private static Label head(String title, double width) {
        Label head = Texts.caption(title);
        head.getStyleClass().setAll("label", "td-caption-medium", "td-muted");
        if (width > 0) {
            head.setMinWidth(width);
            head.setPrefWidth(width);
        }
        return head;
    }
}
