package io.tapdeck.desk.compare;

import io.tapdeck.deploy.EnvironmentComparison;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.comparison.ComparedSection;
import io.tapdeck.environment.comparison.ComparedValue;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values in which two environments differ, by section, in the wizard's words; those that are equal on demand. */
final class DifferenceTable extends VBox {
    private static final double LABEL = 36;
    private static final double VALUE = 32;
    private static final double STEP = 60;
    private static final int SKELETON_ROWS = 3;
    private static final double SKELETON_ROW = 28;

    private final Label count = Texts.name("");
    private final Switch equalToo = new Switch("Show equal ones too");
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private Optional<EnvironmentComparison> shown = Optional.empty();
    private List<String> problems = List.of();
    private String left = "";
    private String right = "";

    DifferenceTable() {
        getStyleClass().add("td-list-card");
        Label words = Texts.label("Show equal ones too");
        words.setLabelFor(equalToo);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, count, space, words, equalToo);
        head.getStyleClass().add("td-list-head");
        head.setAlignment(Pos.CENTER_LEFT);
        equalToo.selectedProperty().addListener(observed -> fill());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // By itself it takes its paragraphs for unwrapped ones and is too low.
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("td-chart-scroll");
        getChildren().addAll(head, scroll);
    }

    /**
     * Shows a comparison.
     *
     * @param comparison empty while it is not known
     * @param why what is wrong with the reading, each a sentence
     */
    void show(Optional<EnvironmentComparison> comparison, List<String> why, String leftName, String rightName) {
        if (comparison.equals(shown) && why.equals(problems) && leftName.equals(left) && rightName.equals(right)) {
            return;
        }
        shown = comparison;
        problems = List.copyOf(why);
        left = leftName;
        right = rightName;
        fill();
    }

    /** Shows the equal ones too, or no longer. */
    void toggleEqual() {
        equalToo.setSelected(!equalToo.isSelected());
    }

    /** Scrolls by some rows; negative upwards. */
    void scroll(int steps) {
        double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + steps * STEP / hidden, 0, 1));
        }
    }

    private void fill() {
        rows.getChildren().clear();
        problems.forEach(words -> rows.getChildren().add(note(Icons.WARNING, "td-warning", words)));
        if (shown.isEmpty()) {
            count.setText(problems.isEmpty() ? "Reading both definitions" : "Not compared");
            if (problems.isEmpty()) {
                rows.getChildren().add(new Skeleton(SKELETON_ROWS, SKELETON_ROW));
            }
            return;
        }
        EnvironmentComparison comparison = shown.get();
        comparison.limits().forEach(words -> rows.getChildren().add(note(Icons.NOTE, "td-muted", words)));
        count.setText(CompareWords.count(comparison));
        boolean headed = false;
        for (ComparedSection section : comparison.sections()) {
            List<ComparedValue> values = equalToo.isSelected() ? section.values() : section.differences();
            if (!values.isEmpty() && !headed) {
                rows.getChildren().add(row("", Texts.label(""), Texts.label(left), Texts.label(right)));
                headed = true;
            }
            if (!values.isEmpty()) {
                HBox title = new HBox(Texts.label(section.title()));
                title.getStyleClass().add("td-compared-section");
                rows.getChildren().add(title);
            }
            values.forEach(value -> rows.getChildren().add(row(value)));
        }
    }

    private static HBox note(Icons icon, String role, String words) {
        HBox note = new HBox(8, icon.view(role), Texts.paragraph(words));
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("td-compared-note");
        return note;
    }

    private GridPane row(ComparedValue value) {
        String role = value.differs() ? "td-default" : "td-muted";
        GridPane row = row(
                value.differs() ? "≠" : "=",
                Texts.paragraph(value.label(), role),
                Texts.paragraph(value.leftWords(), role),
                Texts.paragraph(value.rightWords(), role));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(CompareWords.spoken(value, left, right));
        return row;
    }

    private static GridPane row(String sign, Label label, Label leftValue, Label rightValue) {
        GridPane row = new GridPane(8, 0);
        row.getStyleClass().add("td-compared-row");
        Label mark = Texts.cell(sign, "td-muted");
        mark.setMinWidth(12);
        HBox first = new HBox(8, mark, label);
        HBox.setHgrow(label, Priority.ALWAYS);
        first.setMinWidth(0);
        row.addRow(0, first, leftValue, rightValue);
        row.getColumnConstraints().setAll(width(LABEL), width(VALUE), width(VALUE));
        for (Node cell : row.getChildren()) {
            GridPane.setValignment(cell, VPos.TOP);
        }
        return row;
    }

    private static ColumnConstraints width(double percent) {
        ColumnConstraints width = new ColumnConstraints();
        width.setPercentWidth(percent);
        return width;
    }
}
