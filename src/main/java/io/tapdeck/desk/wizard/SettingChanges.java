package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Setting;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was changed in the settings of a section of a running environment, each with what it costs. */
final class SettingChanges extends VBox {
    private final DraftModel model;
    private final List<Setting> settings;

    SettingChanges(DraftModel model, List<Setting> settings) {
        super(4);
        this.model = model;
        this.settings = List.copyOf(settings);
        show();
    }

    void show() {
        List<Node> lines = new ArrayList<>();
        for (Setting setting : settings) {
            String before = model.runs(setting);
            String after = model.setting(setting.key()).strip();
            if (!before.equals(after)) {
                ChangeLine line = new ChangeLine(
                        setting.label(), setting.words(before), setting.words(after), () -> model.putBack(setting));
                line.getChildren().add(new ChangeCost(setting.mutability()));
                lines.add(line);
            }
        }
        getChildren().setAll(lines);
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }
}
