package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Fact;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What the values of a section amount to; nothing while one of them is wrong. */
final class FactsLine extends FlowPane {
    private final DraftModel model;
    private final SettingSection section;

    FactsLine(DraftModel model, SettingSection section) {
        super(22, 4);
        this.model = model;
        this.section = section;
    }

    void show() {
        List<Fact> facts = section.settings().stream().allMatch(this::valid)
                ? model.blueprint().facts(section.id(), model::setting)
                : List.of();
        getChildren().setAll(facts.stream().map(FactsLine::fact).toList());
        setManaged(!facts.isEmpty());
        setVisible(!facts.isEmpty());
    }

    private boolean valid(Setting setting) {
        return setting.problem(model.setting(setting.key())) == null;
    }

    private static HBox fact(Fact fact) {
        return new HBox(5, Texts.number(fact.figure(), "td-number-medium"), Texts.cell(fact.words(), "td-muted"));
    }
}
