package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Draft;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** What the forms of the wizard share: heads, rules, and the ties between controls and the draft. */
final class Form {
    private Form() {}

    /** The step's title, and a muted remark at the right. */
    static HBox head(String title, Label remark) {
        HBox head = new HBox(12, Texts.title(title), spacer(), remark);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("td-form-head");
        return head;
    }

    /** A section's name with a muted explanation. */
    static HBox section(String name, String explanation) {
        HBox section = new HBox(8, Texts.label(name), Texts.cell(explanation, "td-muted"));
        section.setAlignment(Pos.BASELINE_LEFT);
        return section;
    }

    static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("td-rule");
        return rule;
    }

    static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** The glyph of a resource group. */
    static Icons icon(String group) {
        return switch (group) {
            case "network" -> Icons.NETWORK;
            case "encryption" -> Icons.ENCRYPTION;
            case "database" -> Icons.DATABASE;
            case "backup" -> Icons.BACKUP;
            case "alarms" -> Icons.ALARMS;
            default -> Icons.RESOURCE;
        };
    }

    /** Ties a text control to a field of the draft. */
    static void tie(TextInputControl control, DraftModel model, String field, Function<Draft, String> value) {
        control.setText(value.apply(model.draft()));
        control.textProperty().addListener((observed, before, now) -> {
            if (!now.equals(value.apply(model.draft()))) {
                model.edit(field, now);
            }
        });
        model.draftProperty().addListener((observed, before, now) -> {
            String text = value.apply(now);
            if (!text.equals(control.getText())) {
                control.setText(text);
            }
        });
    }

    /** Ties a combo box of values to a field of the draft; a value that is not offered is shown as it is. */
    static void tie(
            ComboBox<String> combo,
            DraftModel model,
            String field,
            Function<Draft, String> value,
            Function<String, String> words) {
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : words.apply(option);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        combo.setValue(value.apply(model.draft()));
        combo.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !now.equals(value.apply(model.draft()))) {
                model.edit(field, now);
            }
        });
        model.draftProperty().addListener((observed, before, now) -> combo.setValue(value.apply(now)));
    }

    /** A node that keeps its width. */
    static <T extends Region> T wide(T node, double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    /** Lets a node take the room that is left in a row. */
    static <T extends Region> T growing(T node) {
        node.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
