package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the list on screen. */
final class LineCell extends ListCell<ListLine> {
    private final PageContext context;
    private final HomeModel model;
    private final ObservableValue<Columns> columns;
    private final RowActions actions;

    LineCell(
            PageContext context,
            HomeModel model,
            ObservableValue<Columns> columns,
            RowActions actions,
            Consumer<ListLine.Head> onToggle) {
        this.context = context;
        this.model = model;
        this.columns = columns;
        this.actions = actions;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("td-line");
        columns.addListener((observed, before, now) -> render(getItem()));
        setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (getItem() instanceof ListLine.Head head) {
                onToggle.accept(head);
            } else if (getItem() instanceof ListLine.Item item && event.getClickCount() == 2) {
                actions.open(item.row());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ListLine line, boolean empty) {
        super.updateItem(line, empty);
        render(empty ? null : line);
    }

    private void render(@Nullable ListLine line) {
        getStyleClass().removeAll("head", "item");
        switch (line) {
            case null -> {
                setGraphic(null);
                setAccessibleText("");
            }
            case ListLine.Head head -> {
                getStyleClass().add("head");
                setGraphic(head(head));
                setAccessibleText(head.title() + ", " + head.count() + (head.open() ? "" : ", closed"));
            }
            case ListLine.Left left -> {
                getStyleClass().add("item");
                setGraphic(new LeftoverView(left.leftover(), model.now(), columns.getValue(), actions));
                setAccessibleText(left.leftover().environment().suffix() + ", "
                        + LeftoverView.word(left.leftover().kind()) + ", "
                        + left.leftover().words());
            }
            case ListLine.Item item -> {
                getStyleClass().add("item");
                EnvironmentRow row = item.row();
                setGraphic(new RowView(row, context, model.now(), columns.getValue(), actions));
                setAccessibleText(row.suffix() + ", " + row.look().word() + ", "
                        + row.state().name());
            }
        }
    }

    private static HBox head(ListLine.Head head) {
        FontIcon chevron = (head.open() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).view("td-muted", "td-icon-16");
        HBox line = new HBox(8, chevron);
        if (head.title().equals(ListLine.LEFT_OVER)) {
            line.getChildren().add(Icons.NOTE.view("td-warning"));
        }
        head.group().ifPresent(group -> line.getChildren().add(glyph(group)));
        line.getChildren().addAll(Texts.name(head.title()), Texts.number(Integer.toString(head.count()), "td-muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("td-group-head");
        return line;
    }

    private static FontIcon glyph(EnvironmentRow.Group group) {
        return switch (group) {
            case ATTENTION -> Icons.ATTENTION.view("td-danger");
            case CHANGING -> Icons.CHANGING.view("td-accent");
            case STEADY -> Icons.RUNNING.view("td-success");
        };
    }
}
