package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableIntegerValue;
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
    private final HomeModel model;
    private final ObservableValue<Columns> columns;
    private final RowActions actions;
    private final ObservableIntegerValue column;
    private final IntConsumer onCard;
    private @Nullable Columns fitted;
    private @Nullable RowView rowView;
    private @Nullable CardsView cardsView;

    /**
     * A cell of the list.
     *
     * @param column which card of the chosen line is chosen
     * @param onCard hears that the card at a place of this line was pressed
     */
    LineCell(
            HomeModel model,
            ObservableValue<Columns> columns,
            RowActions actions,
            Consumer<ListLine.Head> onToggle,
            ObservableIntegerValue column,
            IntConsumer onCard) {
        this.model = model;
        this.columns = columns;
        this.actions = actions;
        this.column = column;
        this.onCard = onCard;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as the list, also beside a scroll bar; there is nothing to scroll sideways to.
        setPrefWidth(0);
        getStyleClass().add("td-line");
        columns.addListener((observed, before, now) -> render(getItem()));
        column.addListener((observed, before, now) -> chooseCard());
        selectedProperty().addListener((observed, before, now) -> chooseCard());
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
        getStyleClass().removeAll("head", "item", "cards");
        switch (line) {
            case null -> {
                setGraphic(null);
                setAccessibleText("");
            }
            case ListLine.Head head -> {
                getStyleClass().add("head");
                setGraphic(head(head));
                Trouble worst = head.worst();
                setAccessibleText(head.title() + ", " + head.count() + (worst == null ? "" : ", worst " + worst.words())
                        + (head.open() ? "" : ", closed"));
            }
            case ListLine.Left left -> {
                getStyleClass().add("item");
                setGraphic(new LeftoverView(left.leftover(), model.now(), columns.getValue(), actions));
                setAccessibleText(left.leftover().environment().suffix() + ", "
                        + LeftoverView.word(left.leftover().kind()) + ", "
                        + left.leftover().words());
            }
            case ListLine.Cards cards -> {
                getStyleClass().add("cards");
                setGraphic(view(cards.rows()));
                chooseCard();
                setAccessibleText(cards.rows().stream()
                        .map(row -> row.suffix() + ", " + row.look().word())
                        .collect(Collectors.joining("; ")));
            }
            case ListLine.Item item -> {
                getStyleClass().add("item");
                EnvironmentRow row = item.row();
                setGraphic(view(row));
                setAccessibleText(row.suffix() + ", " + row.look().word() + ", "
                        + row.state().name());
            }
        }
    }

    private RowView view(EnvironmentRow row) {
        RowView view = rowView;
        if (view == null || !columns.getValue().equals(fitted)) {
            view = new RowView(columns.getValue(), actions);
            fitted = columns.getValue();
            rowView = view;
        }
        view.show(row, model.now());
        return view;
    }

    private CardsView view(List<EnvironmentRow> rows) {
        CardsView view = cardsView;
        int across = CardsView.across(getListView().getWidth());
        if (view == null || view.room() != across) {
            view = new CardsView(across, actions, onCard);
            cardsView = view;
        }
        view.show(rows, model.now());
        return view;
    }

    private void chooseCard() {
        if (cardsView != null && getItem() instanceof ListLine.Cards cards) {
            cardsView.choose(isSelected() ? Math.min(column.get(), cards.rows().size() - 1) : -1);
        }
    }

    private static HBox head(ListLine.Head head) {
        FontIcon chevron = (head.open() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).view("td-muted", "td-icon-16");
        HBox line = new HBox(8, chevron);
        Trouble worst = head.worst();
        line.getChildren().add(worst == null ? Icons.NOTE.view("td-warning") : worst.view());
        line.getChildren().addAll(Texts.name(head.title()), Texts.number(Integer.toString(head.count()), "td-muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("td-group-head");
        return line;
    }
}
