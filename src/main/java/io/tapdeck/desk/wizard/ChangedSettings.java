package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingChange;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings that an edit changes, in the reader's own words, before AWS's properties. */
final class ChangedSettings extends VBox {
    private static final double NAME = 200;

    /** A card of at least one change. */
    ChangedSettings(List<SettingChange> changes) {
        super(8);
        getStyleClass().add("td-card");
        getChildren().add(Texts.name("You changed"));
        changes.forEach(change -> getChildren().add(row(change)));
    }

    private static HBox row(SettingChange change) {
        Setting setting = change.setting();
        Label name = Texts.label(setting.label());
        name.setMinWidth(NAME);
        HBox row = new HBox(
                10,
                name,
                Form.growing(Texts.sentence(
                        Texts.run(setting.words(change.before()), "td-mono-11", "td-muted"),
                        Texts.run("  →  ", "td-cell", "td-muted"),
                        Texts.run(setting.words(change.after()), "td-mono-11", "td-default"))),
                new ChangeCost(setting.mutability()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
