package io.tapdeck.desk.home;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** A line of the list on screen. */
final class LineCell extends ListCell<ListLine> {
    private final HomeModel model;
    private final ObservableValue<Columns> columns;
    private final RowActions actions;
    private final ObservableIntegerValue column;
    private final IntConsumer onCard;
    private final HeadView headView = new HeadView();
    private String dress = "";
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
        if (!measured()) {
            render(empty ? null : line);
        }
    }

    /**
     * Whether nobody ever sees this cell: the list view has one of its own, in a group that is not shown, which it fills with
     * line after line to ask how high they are.
     */
    private boolean measured() {
        return getParent() != null && !getParent().isVisible();
    }

    /** Known without drawing it. */
    @Override
    protected double computePrefHeight(double width) {
        ListLine line = getItem();
        return line == null ? EnvironmentList.ROW : line.height();
    }

    private void render(@Nullable ListLine line) {
        switch (line) {
            case null -> {
                dress("");
                if (getGraphic() != null) {
                    // Not taken out: coming back, it would be dressed anew from the style sheets.
                    getGraphic().setVisible(false);
                }
                setAccessibleText("");
            }
            case ListLine.Head head -> {
                dress("head");
                headView.show(head);
                present(headView);
                Trouble worst = head.worst();
                setAccessibleText(head.title() + ", " + head.count() + (worst == null ? "" : ", worst " + worst.words())
                        + (head.open() ? "" : ", closed"));
            }
            case ListLine.Left left -> {
                dress("item");
                present(new LeftoverView(left.leftover(), model.now(), columns.getValue(), actions));
                setAccessibleText(left.leftover().environment().suffix() + ", "
                        + LeftoverView.word(left.leftover().kind()) + ", "
                        + left.leftover().words());
            }
            case ListLine.Cards cards -> {
                dress("cards");
                present(view(cards.rows()));
                chooseCard();
                setAccessibleText(cards.rows().stream()
                        .map(row -> row.suffix() + ", " + row.look().word())
                        .collect(Collectors.joining("; ")));
            }
            case ListLine.Item item -> {
                dress("item");
                EnvironmentRow row = item.row();
                present(view(row));
                setAccessibleText(row.suffix() + ", " + row.look().word() + ", "
                        + row.state().name());
            }
        }
    }

    private void present(Node view) {
        view.setVisible(true);
        setGraphic(view);
    }

    /** Another class is a reason to dress all that the cell has in it again, so the same one is left alone. */
    private void dress(String styleClass) {
        if (!styleClass.equals(dress)) {
            getStyleClass().remove(dress);
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
            dress = styleClass;
        }
    }

    private RowView view(EnvironmentRow row) {
        RowView view = rowView;
        if (view == null || !columns.getValue().equals(fitted)) {
            view = new RowView(columns.getValue(), actions);
            fitted = columns.getValue();
            rowView = view;
        }
        view.show(row, model.now(row));
        return view;
    }

    private CardsView view(List<EnvironmentRow> rows) {
        CardsView view = cardsView;
        int across = CardsView.across(getListView().getWidth());
        if (view == null || view.room() != across) {
            view = new CardsView(across, actions, onCard);
            cardsView = view;
        }
        view.show(rows, model::now);
        return view;
    }

    private void chooseCard() {
        if (cardsView != null && getItem() instanceof ListLine.Cards cards) {
            cardsView.choose(isSelected() ? Math.min(column.get(), cards.rows().size() - 1) : -1);
        }
    }
}
