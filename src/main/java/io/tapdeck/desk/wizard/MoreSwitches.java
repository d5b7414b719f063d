package io.tapdeck.desk.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What can be switched on and off: every toggle of the blueprint. */
final class MoreSwitches extends VBox {
    private final DraftModel model;
    private final Map<String, Node> controls = new HashMap<>();

    MoreSwitches(DraftModel model) {
        super(8);
        this.model = model;
        HBox switches = new HBox(24);
        for (Setting setting : model.blueprint().settings()) {
            if (setting instanceof Setting.Toggle) {
                switches.getChildren().add(Form.growing(entry(setting)));
            }
        }
        getChildren().add(switches);
    }

    /** The switch of a setting, if it is one of these. */
    Optional<Node> control(String field) {
        return Optional.ofNullable(controls.get(field));
    }

    private VBox entry(Setting setting) {
        String key = setting.key();
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(setting.label());
        toggle.setAccessibleHelp(setting.help());
        toggle.setSelected(isOn(key));
        toggle.selectedProperty().addListener((observed, before, now) -> {
            if (now != isOn(key)) {
                model.edit(key, Boolean.toString(now));
            }
        });
        model.draftProperty().addListener((observed, before, now) -> toggle.setSelected(isOn(key)));
        controls.put(key, toggle);
        HBox head = new HBox(8, toggle, Texts.label(setting.label()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox entry = new VBox(4, head, Texts.paragraph(setting.help(), "td-muted"));
        entry.setPrefWidth(180);
        return entry;
    }

    private boolean isOn(String key) {
        return Boolean.parseBoolean(model.setting(key));
    }
}
