package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Counts that filter, filter, grouping, and the table of environments. */
final class EnvironmentList extends VBox {
    /** A row's height, without the sentence. */
    static final double ROW = 32;

    private final PageContext context;
    private final RowActions actions;
    private final Counts counts = new Counts(this::list);
    private final FilterField filter = new FilterField(this::list);
    private final ShownLines shown = new ShownLines();
    private final ListView<ListLine> table = new ListView<>(shown);
    private final Legend legend;
    private final Label nothing = Texts.text("", "td-muted");
    private final ReadOnlyObjectWrapper<Columns> columns = new ReadOnlyObjectWrapper<>(Columns.of(0));
    private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper();
    private final HomeModel model;
    private final Segments<ListLine.Grouping> groups;
    private final Segments<Boolean> views;
    private final Segments<Order> orders;
    private final ColumnHeads heads;
    private final HBox sorting;
    private Arrangement arrangement;
    private List<EnvironmentRow> rows = List.of();
    private List<Leftover> leftovers = List.of();

    EnvironmentList(PageContext context, HomeModel model, Consumer<EnvironmentKey> onDestroy) {
        this.context = context;
        this.model = model;
        this.arrangement = model.arrangementProperty().get();
        this.actions = new RowActions(context.navigator(), context.accounts(), onDestroy, model);
        table.getStyleClass().add("td-environments");
        table.setAccessibleText("Environments");
        table.setPlaceholder(nothing);
        table.setCellFactory(list -> new LineCell(
                model,
                columns.getReadOnlyProperty(),
                actions,
                this::toggle,
                column.getReadOnlyProperty(),
                column::set));
        table.widthProperty().addListener((observed, before, now) -> {
            columns.set(Columns.of(now.doubleValue()));
            if (arrangement.cards()) {
                list();
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onSideways);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onTableKey);
        groups = new Segments<>(
                "Group by",
                List.of(ListLine.Grouping.values()),
                arrangement.grouping(),
                ListLine.Grouping::label,
                chosen -> model.arrange(arrangement.by(chosen)));
        views = new Segments<>(
                "Show",
                List.of(false, true),
                arrangement.cards(),
                cards -> cards ? "Cards" : "Table",
                chosen -> model.arrange(arrangement.asCards(chosen)));
        orders = new Segments<>(
                "Sort by",
                List.of(Order.values()),
                arrangement.order(),
                Order::label,
                chosen -> model.arrange(arrangement.by(chosen)));
        heads = new ColumnHeads(columns.getReadOnlyProperty(), chosen -> model.arrange(arrangement.by(chosen)));
        sorting = new HBox(8, Texts.cell("Sort by", "td-muted"), orders);
        sorting.setAlignment(Pos.CENTER_LEFT);
        sorting.setPadding(new Insets(0, 24, 12, 24));
        legend = new Legend(context.services().blueprints().all());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(model), counts, bar(), heads, sorting, table, legend);
        reflect();
    }

    private HBox head(HomeModel model) {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button refresh = Buttons.secondary("Refresh", Icons.REFRESH, model::refresh);
        HBox head = new HBox(12, Texts.title("Environments"), spacer, refresh);
        if (context.mayChange()) {
            head.getChildren()
                    .add(Buttons.primary(
                            "New environment",
                            Icons.ADD,
                            () -> context.navigator().newEnvironment()));
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 24, 0, 24));
        return head;
    }

    private HBox bar() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox bar = new HBox(8, filter, Texts.cell("Group by", "td-muted"), groups, between, views);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(12, 24, 12, 24));
        return bar;
    }

    /** Shows what is known now; what was chosen stays chosen. */
    void show(Knowledge known) {
        rows = known.rows();
        leftovers = known.leftovers();
        counts.show(rows);
        list();
    }

    /** Groups, sorts and draws otherwise; what was chosen stays chosen. */
    void arrange(Arrangement now) {
        if (!now.equals(arrangement)) {
            arrangement = now;
            reflect();
            list();
        }
    }

    private void reflect() {
        groups.choose(arrangement.grouping());
        views.choose(arrangement.cards());
        orders.choose(arrangement.order());
        heads.show(arrangement.order());
        present(heads, !arrangement.cards());
        present(sorting, arrangement.cards());
    }

    private static void present(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    /** Moves the focus to the table. */
    void focus() {
        table.requestFocus();
    }

    private void list() {
        List<EnvironmentRow> wanted = rows.stream()
                .filter(counts::admits)
                .filter(row -> row.matches(filter.text()))
                .toList();
        Optional<EnvironmentRow> chosen = chosen();
        nothing.setText("No environment matches. Esc clears the filter.");
        List<ListLine> lines = new ArrayList<>(ListLine.of(
                wanted,
                arrangement.grouping(),
                arrangement.order(),
                arrangement.closed(),
                arrangement.cards() ? CardsView.across(table.getWidth()) : 1));
        lines.addAll(ListLine.left(leftovers.stream().filter(this::admits).toList(), arrangement.closed()));
        if (shown.show(lines)) {
            choose(chosen);
            requestLayout();
        }
    }

    private boolean admits(Leftover left) {
        String text = String.join(
                        " ",
                        left.environment().suffix().value(),
                        left.environment().blueprint(),
                        left.name(),
                        left.region(),
                        LeftoverView.word(left.kind()))
                .toLowerCase(Locale.ROOT);
        return !counts.chosen() && text.contains(filter.text().strip().toLowerCase(Locale.ROOT));
    }

    /** Chooses that row again wherever it stands now, else the first there is. */
    private void choose(Optional<EnvironmentRow> wanted) {
        List<ListLine> lines = table.getItems();
        int first = -1;
        for (int place = 0; place < lines.size(); place++) {
            List<EnvironmentRow> here = rows(lines.get(place));
            for (int across = 0; across < here.size(); across++) {
                EnvironmentRow row = here.get(across);
                if (wanted.filter(was -> was.stackName().equals(row.stackName())
                                && was.key().equals(row.key()))
                        .isPresent()) {
                    choose(place, across);
                    return;
                }
            }
            if (first < 0 && !here.isEmpty()) {
                first = place;
            }
        }
        if (first >= 0) {
            choose(first, 0);
        }
    }

    private void choose(int line, int across) {
        table.getSelectionModel().select(line);
        table.getFocusModel().focus(line);
        column.set(across);
    }

    private static List<EnvironmentRow> rows(ListLine line) {
        return switch (line) {
            case ListLine.Item item -> List.of(item.row());
            case ListLine.Cards cards -> cards.rows();
            case ListLine.Head head -> List.of();
            case ListLine.Left left -> List.of();
        };
    }

    private Optional<EnvironmentRow> chosen() {
        @Nullable ListLine line = table.getSelectionModel().getSelectedItem();
        List<EnvironmentRow> here = line == null ? List.of() : rows(line);
        return here.isEmpty() ? Optional.empty() : Optional.of(here.get(Math.min(column.get(), here.size() - 1)));
    }

    private void toggle(ListLine.Head head) {
        model.arrange(arrangement.toggled(head.title()));
    }

    /** Left and Right close and open a group, and go from card to card. */
    private void onSideways(KeyEvent event) {
        if (event.getCode() != KeyCode.LEFT && event.getCode() != KeyCode.RIGHT) {
            return;
        }
        boolean right = event.getCode() == KeyCode.RIGHT;
        int at = table.getSelectionModel().getSelectedIndex();
        switch (table.getSelectionModel().getSelectedItem()) {
            case ListLine.Head head when head.open() != right -> toggle(head);
            case ListLine.Cards cards -> {
                int next = Math.min(column.get(), cards.rows().size() - 1) + (right ? 1 : -1);
                if (next >= 0 && next < cards.rows().size()) {
                    column.set(next);
                } else if (right && at + 1 < table.getItems().size()) {
                    choose(at + 1, 0);
                } else if (!right && at > 0) {
                    choose(
                            at - 1,
                            Math.max(0, rows(table.getItems().get(at - 1)).size() - 1));
                }
                table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 1));
            }
            case null, default -> {
                return;
            }
        }
        event.consume();
    }

    private void onTableKey(KeyEvent event) {
        @Nullable ListLine line = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            if (line instanceof ListLine.Head head) {
                toggle(head);
            } else if (line instanceof ListLine.Left left) {
                actions.open(left.leftover());
            } else {
                chosen().ifPresent(row -> actions.open(row));
            }
            event.consume();
        }
    }

    /** Moves the focus to the filter. */
    void filter() {
        filter.focus();
    }

    /** The page's keys; false if one means nothing here. */
    boolean use(KeyCode code) {
        boolean used = true;
        switch (code) {
            case W -> chosen().ifPresent(actions::watch);
            case D -> chosen().ifPresent(actions::deployment);
            case E -> chosen().ifPresent(actions::change);
            case F -> chosen().ifPresent(actions::drift);
            case C -> chosen().ifPresent(actions::compare);
            case G -> model.arrange(arrangement.by(after(List.of(ListLine.Grouping.values()), arrangement.grouping())));
            case O -> model.arrange(arrangement.by(after(List.of(Order.values()), arrangement.order())));
            case V -> model.arrange(arrangement.asCards(!arrangement.cards()));
            case ESCAPE -> used = filter.clear() || counts.clear();
            default -> used = false;
        }
        return used;
    }

    /** The next of some choices; after the last comes the first. */
    private static <T> T after(List<T> all, T chosen) {
        return all.get((all.indexOf(chosen) + 1) % all.size());
    }

    /** The legend gives way where the rows need its room. */
    @Override
    protected void layoutChildren() {
        double needed = getChildren().stream()
                .filter(child -> child.isManaged() && !child.equals(table) && !child.equals(legend))
                .mapToDouble(child -> child.prefHeight(-1))
                .sum();
        for (ListLine line : table.getItems()) {
            needed += line.height();
        }
        boolean room = needed + legend.prefHeight(-1) <= getHeight();
        legend.setVisible(room);
        legend.setManaged(room);
        super.layoutChildren();
    }
}
