package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A field for each setting, side by side. What is wrong stands under all of them, so that nothing moves; so does what the
 * field with the focus is for.
 */
final class SettingFields implements SectionView {
    private final DraftModel model;
    private final Map<Setting, SettingField> fields = new LinkedHashMap<>();
    private final ProblemLine problem;
    private final FactsLine facts;
    private final Label explanation = Texts.paragraph("", "td-muted");
    private final VBox root = new VBox(8);

    SettingFields(DraftModel model, SettingSection section) {
        this.model = model;
        problem = new ProblemLine(model::apply);
        facts = new FactsLine(model, section);
        FlowPane row = new FlowPane(16, 12);
        for (Setting setting : section.settings()) {
            SettingField field = new SettingField(model, setting);
            fields.put(setting, field);
            row.getChildren().add(field);
            field.control().focusedProperty().addListener((observed, before, now) -> {
                if (now) {
                    explain(setting);
                }
            });
        }
        explain(section.settings().getFirst());
        HBox aloud = new HBox(6, Icons.NOTE.view("td-muted", "td-icon-13"), Form.growing(explanation));
        aloud.setAlignment(Pos.TOP_LEFT);
        aloud.getStyleClass().add("td-explanation");
        root.getChildren().addAll(Form.section(section.title(), section.remark()), row, problem, facts, aloud);
        show();
    }

    private void explain(Setting setting) {
        explanation.setText(setting.label() + ": " + SettingWords.explained(setting));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public Optional<Node> control(String field) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(field))
                .map(entry -> (Node) entry.getValue().control())
                .findFirst();
    }

    @Override
    public void show() {
        Problem first = null;
        for (Map.Entry<Setting, SettingField> entry : fields.entrySet()) {
            Problem wrong = model.problem(entry.getKey().key()).orElse(null);
            entry.getValue().show();
            problem.mark(entry.getValue().control(), wrong, SettingWords.explained(entry.getKey()));
            first = first == null ? wrong : first;
        }
        problem.show(first);
        facts.show();
    }
}
