package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Consequence;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A choice by what follows from it: a card for each option. */
final class OptionCards implements SectionView {
    /** More cards than this have no room side by side. */
    private static final int COLUMNS = 2;

    private final DraftModel model;
    private final String key;
    private final Map<String, ChoiceCard> cards = new LinkedHashMap<>();
    private final ProblemLine problem;
    private final VBox root = new VBox(8);

    OptionCards(DraftModel model, SettingSection section) {
        this.model = model;
        if (!(section.settings().getFirst() instanceof Setting.Choice choice)) {
            throw new IllegalArgumentException(section.id() + " is not a choice");
        }
        key = choice.key();
        problem = new ProblemLine(model::apply);
        GridPane grid = new GridPane(12, 12);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(100.0 / COLUMNS);
        grid.getColumnConstraints().addAll(half, half);
        ToggleGroup group = new ToggleGroup();
        for (Setting.Choice.Option option : choice.options()) {
            ChoiceCard card = new ChoiceCard(
                    icon(option.value()),
                    option.label(),
                    option.remark(),
                    group,
                    () -> model.edit(key, option.value()),
                    option.consequences().stream().map(OptionCards::line).toArray(Node[]::new));
            card.setDisable(model.isFixed(choice));
            grid.add(card, cards.size() % COLUMNS, cards.size() / COLUMNS);
            cards.put(option.value(), card);
        }
        root.getChildren().addAll(Form.section(model, section, choice), grid, problem);
        show();
    }

    private Icons icon(String option) {
        if (key.equals(Protection.KEY)) {
            return option.equals(Protection.DISPOSABLE) ? Icons.DESTROY : Icons.PROTECTED;
        }
        return Icons.DESCRIBE;
    }

    private static HBox line(Consequence consequence) {
        Node mark = switch (consequence.kind()) {
            case LOSS -> Icons.NO.view("td-danger", "td-icon-13");
            case GAIN -> Icons.OK.view("td-success", "td-icon-13");
            case LOCK -> Icons.LOCK.view("td-muted", "td-icon-13");
        };
        Label words = Texts.paragraph(consequence.text());
        HBox line = new HBox(8, mark, Form.growing(words));
        line.getStyleClass().add("td-choice-body");
        return line;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show() {
        Optional.ofNullable(cards.get(model.setting(key))).ifPresent(ChoiceCard::choose);
        problem.show(model.problem(key).orElse(null));
    }

    /** The chosen card's radio button. */
    @Override
    public Optional<Node> control(String field) {
        if (!field.equals(key)) {
            return Optional.empty();
        }
        ChoiceCard chosen = cards.get(model.setting(key));
        return Optional.of((chosen == null ? cards.values().iterator().next() : chosen).radio());
    }
}
