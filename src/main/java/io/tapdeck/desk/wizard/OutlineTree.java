package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.GroupIcons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.HashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The template as a tree of groups, resources and properties. What the last change touched is opened and lit for a moment,
 * then keeps an edge.
 */
final class OutlineTree extends TreeView<OutlineTree.Row> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    static final double ROW = 24;
    private static final double INDENT = 16;

    /** What a change touches is opened, unless it is more than this. */
    private static final int FEW = 12;

    /** The width of a character of JetBrains Mono at 11 px. */
    private static final double MONO = 6.6;

    private final PauseTransition fading = new PauseTransition(Duration.millis(1500));
    private final Set<String> open = new HashSet<>();
    private boolean lit;

    /**
     * A line of the tree.
     *
     * @param key stable from template to template
     * @param icon of a group, else null
     * @param value at the right
     * @param before what the value was; null if it did not change
     * @param full the tooltip
     */
    record Row(
            String key,
            @Nullable Icons icon,
            String name,
            String value,
            @Nullable String before,
            String full) {
        boolean changed() {
            return before != null;
        }
    }

    OutlineTree() {
        getStyleClass().add("td-outline");
        setAccessibleText("Resources of the template");
        setShowRoot(false);
        setFixedCellSize(ROW);
        setCellFactory(view -> new Cell());
        setRoot(new TreeItem<>());
        fading.setOnFinished(event -> {
            lit = false;
            refresh();
        });
    }

    void show(Outline outline, OutlineChange change) {
        TreeItem<Row> root = new TreeItem<>();
        boolean few = change.before().size() + change.resources().size() <= FEW;
        for (Outline.Group group : outline.groups()) {
            TreeItem<Row> item = item(new Row(
                    group.id(),
                    GroupIcons.of(group.id()),
                    group.title(),
                    Integer.toString(group.resources().size()),
                    null,
                    group.title()));
            root.getChildren().add(item);
            for (Outline.Resource resource : group.resources()) {
                item.getChildren().add(resource(resource, change, few));
                if (few && change.touches(resource)) {
                    item.setExpanded(true);
                }
            }
        }
        lit = !change.isEmpty();
        setRoot(root);
        if (lit) {
            scrollToFirstChange();
            fading.playFromStart();
        }
    }

    private void scrollToFirstChange() {
        for (int row = 0; row < getExpandedItemCount(); row++) {
            TreeItem<Row> item = getTreeItem(row);
            if (item.getValue().changed()) {
                scrollTo(Math.max(0, row - 3));
                return;
            }
        }
    }

    private TreeItem<Row> resource(Outline.Resource resource, OutlineChange change, boolean few) {
        boolean added = change.resources().contains(resource.key());
        TreeItem<Row> item = item(new Row(
                resource.key(),
                null,
                resource.name(),
                resource.kind(),
                added ? "" : null,
                resource.name() + "\n" + resource.type()));
        for (Outline.Property property : resource.properties()) {
            String before = change.before().get(new OutlineChange.Place(resource.key(), property.path()));
            item.getChildren()
                    .add(new TreeItem<>(new Row(
                            resource.key() + property.path(),
                            null,
                            property.leaf(),
                            property.value(),
                            before,
                            property.path() + "\n" + property.value())));
            if (few && before != null) {
                item.setExpanded(true);
            }
        }
        return item;
    }

    /** An item that stays open from template to template. */
    private TreeItem<Row> item(Row row) {
        TreeItem<Row> item = new TreeItem<>(row);
        item.setExpanded(open.contains(row.key()));
        item.expandedProperty().addListener((observed, before, now) -> {
            if (now) {
                open.add(row.key());
            } else {
                open.remove(row.key());
            }
        });
        return item;
    }

    /** A line: glyph, name, and at the right its value, before and after if it has just changed. */
    private final class Cell extends TreeCell<Row> {
        private final Tooltip tip = new Tooltip();

        Cell() {
            tip.setWrapText(true);
            tip.setMaxWidth(480);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            boolean changed = !empty && row != null && row.changed();
            pseudoClassStateChanged(CHANGED, changed);
            pseudoClassStateChanged(LIT, changed && lit);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText("");
                return;
            }
            setGraphic(line(row));
            tip.setText(row.full());
            setTooltip(tip);
            setAccessibleText(row.name() + ", " + row.value());
        }

        private HBox line(Row row) {
            HBox line = new HBox(6);
            line.setAlignment(Pos.CENTER_LEFT);
            if (row.icon() != null) {
                line.getChildren()
                        .addAll(
                                row.icon().view("td-muted"),
                                Texts.cell(row.name()),
                                Form.spacer(),
                                Texts.number(row.value(), "td-muted"));
                return line;
            }
            boolean leaf = getTreeItem().isLeaf();
            int level = getTreeView().getTreeItemLevel(getTreeItem());
            int room = (int) ((getTreeView().getWidth() - level * INDENT - 46) / MONO);
            String before = row.before() == null ? "" : row.before();
            int arrow = before.isEmpty() ? 0 : 4;
            // The name matters more than the end of a long value.
            int valued = Math.min(leaf ? 12 : 24, row.value().length() + 2) + arrow;
            String name = Shortened.middle(row.name(), Math.max(12, room - valued));
            int left = Math.max(8, room - name.length() - 2 - arrow);
            String value = Shortened.end(
                    row.value(), before.isEmpty() ? left : Math.max(6, left - Math.min(before.length(), left / 2)));
            Label words = Texts.mono11(name, leaf && !row.changed() ? "td-muted" : "td-default");
            line.getChildren().addAll(words, Form.spacer());
            if (!before.isEmpty()) {
                line.getChildren()
                        .addAll(
                                Texts.mono11(Shortened.end(before, Math.max(6, left / 2)), "td-muted"),
                                Icons.ARROW_RIGHT.view("td-muted", "td-icon-12"));
            }
            line.getChildren()
                    .add(leaf ? Texts.mono11(value, row.changed() ? "td-accent" : "td-muted") : Texts.caption(value));
            return line;
        }
    }
}
