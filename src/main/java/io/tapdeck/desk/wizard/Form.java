package io.tapdeck.desk.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /** A section's name; in a change of a running environment also what changing {@code setting} costs. */
    static HBox section(DraftModel model, SettingSection section, Setting setting) {
        HBox head = section(section.title(), section.remark());
        if (model.running().isPresent()) {
            head.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().add(new ChangeCost(setting.mutability()));
        }
        return head;
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

    /**
     * Ties a text control to a field of the draft.
     *
     * @param value the field's text in the draft
     * @return shows the draft in the control, to be run whenever it has changed
     */
    static Runnable tie(TextInputControl control, DraftModel model, String field, Supplier<String> value) {
        control.setText(value.get());
        control.textProperty().addListener((observed, before, now) -> {
            if (!now.equals(value.get())) {
                model.edit(field, now);
            }
        });
        return () -> {
            if (!value.get().equals(control.getText())) {
                control.setText(value.get());
            }
        };
    }

    /**
     * Ties a combo box of values to a field of the draft; a value that is not offered is shown as it is.
     *
     * @return shows the draft in the control, to be run whenever it has changed
     */
    static Runnable tie(
            ComboBox<String> combo,
            DraftModel model,
            String field,
            Supplier<String> value,
            UnaryOperator<String> words) {
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
        combo.setValue(value.get());
        combo.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !now.equals(value.get())) {
                model.edit(field, now);
            }
        });
        return () -> combo.setValue(value.get());
    }

    /**
     * Ties a switch to a field of the draft that is {@code true} or {@code false}.
     *
     * @return shows the draft in the control, to be run whenever it has changed
     */
    static Runnable tie(ToggleSwitch toggle, DraftModel model, String field, BooleanSupplier value) {
        toggle.setSelected(value.getAsBoolean());
        toggle.selectedProperty().addListener((observed, before, now) -> {
            if (now != value.getAsBoolean()) {
                model.edit(field, Boolean.toString(now));
            }
        });
        return () -> toggle.setSelected(value.getAsBoolean());
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
