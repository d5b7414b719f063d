package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be switched on and off, and what for. */
final class Switches implements SectionView {
    private static final int COLUMNS = 3;

    private final DraftModel model;
    private final Map<String, Switch> controls = new HashMap<>();
    private final List<Runnable> ties = new ArrayList<>();
    private final ProblemLine problem;
    private final VBox root = new VBox(8);

    Switches(DraftModel model, SettingSection section) {
        this.model = model;
        problem = new ProblemLine(model::apply);
        GridPane grid = new GridPane(24, 12);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(third);
        }
        for (Setting setting : section.settings()) {
            int place = controls.size();
            grid.add(entry(setting), place % COLUMNS, place / COLUMNS);
        }
        root.getChildren().addAll(Form.section(section.title(), section.remark()), grid, problem);
        show();
    }

    private VBox entry(Setting setting) {
        String key = setting.key();
        Switch toggle = new Switch(setting.label());
        ties.add(Form.tie(toggle, model, key, () -> Boolean.parseBoolean(model.setting(key))));
        controls.put(key, toggle);
        HBox head = new HBox(8, toggle, Texts.label(setting.label()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox entry = new VBox(4, head, Texts.paragraph(setting.help(), "td-muted"));
        if (model.running().isPresent()) {
            toggle.setDisable(model.isFixed(setting));
            entry.getChildren().add(ChangeCost.wrapping(setting.mutability()));
        }
        return entry;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public Optional<Node> control(String field) {
        return Optional.ofNullable(controls.get(field));
    }

    @Override
    public void show() {
        ties.forEach(Runnable::run);
        Problem first = null;
        for (Map.Entry<String, Switch> entry : controls.entrySet()) {
            Problem wrong = model.problem(entry.getKey()).orElse(null);
            problem.mark(
                    entry.getValue(),
                    wrong,
                    model.blueprint().setting(entry.getKey()).help());
            first = first == null ? wrong : first;
        }
        problem.show(first);
    }
}
