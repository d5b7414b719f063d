package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

    private static final double GROUP_HEAD = 28;

    private final PageContext context;
    private final RowActions actions;
    private final Counts counts = new Counts(this::list);
    private final FilterField filter = new FilterField(this::list);
    private final ListView<ListLine> table = new ListView<>();
    private final Legend legend;
    private final Label nothing = Texts.text("", "td-muted");
    private final ReadOnlyObjectWrapper<Columns> columns = new ReadOnlyObjectWrapper<>(Columns.of(0));
    private final Set<String> closed = new HashSet<>();
    private ListLine.Grouping grouping = ListLine.Grouping.ATTENTION;
    private List<EnvironmentRow> rows = List.of();
    private List<Leftover> leftovers = List.of();

    EnvironmentList(PageContext context, HomeModel model, Consumer<EnvironmentKey> onDestroy) {
        this.context = context;
        this.actions = new RowActions(
                context.navigator(), onDestroy, context.services().session().region());
        table.getStyleClass().add("td-environments");
        table.setAccessibleText("Environments");
        table.setPlaceholder(nothing);
        table.setCellFactory(
                list -> new LineCell(context, model, columns.getReadOnlyProperty(), actions, this::toggle));
        table.widthProperty().addListener((observed, before, now) -> columns.set(Columns.of(now.doubleValue())));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onTableKey);
        legend = new Legend(context.services().blueprints().all());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(model), counts, bar(), new ColumnHeads(columns.getReadOnlyProperty()), table, legend);
    }

    private HBox head(HomeModel model) {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button refresh = Buttons.secondary("Refresh", Icons.REFRESH, model::refresh);
        Button create = Buttons.primary(
                "New environment", Icons.ADD, () -> context.navigator().newEnvironment());
        HBox head = new HBox(12, Texts.title("Environments"), spacer, refresh, create);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 24, 0, 24));
        return head;
    }

    private HBox bar() {
        Segments<ListLine.Grouping> groups = new Segments<>(
                "Group by", List.of(ListLine.Grouping.values()), grouping, ListLine.Grouping::label, chosen -> {
                    grouping = chosen;
                    list();
                });
        HBox bar = new HBox(8, filter, Texts.cell("Group by", "td-muted"), groups);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(12, 24, 12, 24));
        return bar;
    }

    /** Shows what is known now; what was chosen stays chosen. */
    void show(HomeModel.Knowledge known) {
        rows = known.rows();
        leftovers = known.leftovers();
        counts.show(rows);
        list();
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
        List<ListLine> lines = new ArrayList<>(ListLine.of(wanted, grouping, closed));
        lines.addAll(ListLine.left(leftovers.stream().filter(this::admits).toList(), closed));
        if (replace(lines)) {
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

    /** Draws only the lines that changed: a list that is read every minute must not flicker. */
    private boolean replace(List<ListLine> lines) {
        List<ListLine> shown = table.getItems();
        if (shown.size() != lines.size()) {
            table.getItems().setAll(lines);
            return true;
        }
        boolean changed = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!shown.get(i).equals(lines.get(i))) {
                shown.set(i, lines.get(i));
                changed = true;
            }
        }
        return changed;
    }

    private void choose(Optional<EnvironmentRow> wanted) {
        List<ListLine> lines = table.getItems();
        int place = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof ListLine.Item item) {
                boolean same = wanted.filter(
                                row -> row.stackName().equals(item.row().stackName()))
                        .isPresent();
                if (same) {
                    place = i;
                } else if (place < 0 && wanted.isEmpty()) {
                    place = i;
                }
            }
        }
        if (place >= 0) {
            table.getSelectionModel().select(place);
            table.getFocusModel().focus(place);
        }
    }

    private Optional<EnvironmentRow> chosen() {
        return table.getSelectionModel().getSelectedItem() instanceof ListLine.Item item
                ? Optional.of(item.row())
                : Optional.empty();
    }

    private void toggle(ListLine.Head head) {
        if (!closed.remove(head.title())) {
            closed.add(head.title());
        }
        list();
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
            case ESCAPE -> used = filter.clear() || counts.clear();
            default -> used = false;
        }
        return used;
    }

    /** The legend gives way where the rows need its room. */
    @Override
    protected void layoutChildren() {
        double needed = getChildren().stream()
                .filter(child -> !child.equals(table) && !child.equals(legend))
                .mapToDouble(child -> child.prefHeight(-1))
                .sum();
        for (ListLine line : table.getItems()) {
            needed += height(line);
        }
        boolean room = needed + legend.prefHeight(-1) <= getHeight();
        legend.setVisible(room);
        legend.setManaged(room);
        super.layoutChildren();
    }

    private static double height(ListLine line) {
        return switch (line) {
            case ListLine.Head head -> GROUP_HEAD;
            case ListLine.Left left -> ROW + RowView.SENTENCE;
            case ListLine.Item item -> ROW + (Attention.belongsTo(item.row()) ? RowView.SENTENCE : 0);
        };
    }
}
