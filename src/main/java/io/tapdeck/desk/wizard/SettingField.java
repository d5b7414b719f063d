package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Setting;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A setting's words over its control. */
final class SettingField extends VBox {
    private final SettingControl tied;

    SettingField(DraftModel model, Setting setting) {
        tied = SettingControl.of(model, setting);
        getStyleClass().add("td-field");
        Label words = Texts.label(setting.label());
        words.setLabelFor(tied.control());
        words.setTooltip(new Tooltip(SettingWords.explained(setting)));
        tied.control().setAccessibleText(SettingWords.name(setting));
        HBox line = new HBox(6, tied.control());
        if (!tied.unit().isEmpty()) {
            line.getChildren().add(Texts.cell(tied.unit(), "td-muted"));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, line);
        if (model.running().isPresent()) {
            getChildren().add(new ChangeCost(setting.mutability()));
        }
    }

    Control control() {
        return tied.control();
    }

    void show() {
        tied.show().run();
    }
}
