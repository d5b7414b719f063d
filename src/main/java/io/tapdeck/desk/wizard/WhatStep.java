package io.tapdeck.desk.wizard;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.desk.common.GroupIcons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.ResourceGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is made: a blueprint, and the preset that fills the draft. */
final class WhatStep implements StepView {
    private final DraftModel model;
    private final PreviewModel preview;
    private final Map<String, ChoiceCard> blueprints = new HashMap<>();
    private final Map<String, ChoiceCard> presets = new HashMap<>();
    private final VBox presetCards = new VBox(12);
    private final FlowPane makes = new FlowPane(24, 8);
    private final VBox root = new VBox();
    private final ChoiceCard first;
    private String shownBlueprint = "";

    WhatStep(Blueprints all, DraftModel model, PreviewModel preview) {
        this.model = model;
        this.preview = preview;
        VBox cards = new VBox(12);
        ToggleGroup group = new ToggleGroup();
        for (Blueprint blueprint : all.all()) {
            ChoiceCard card = new ChoiceCard(
                    GroupIcons.of(blueprint.mainGroup()),
                    blueprint.title(),
                    blueprint.id(),
                    group,
                    () -> model.fill(blueprint, blueprint.presets().getFirst()),
                    body(blueprint.summary()));
            blueprints.put(blueprint.id(), card);
            cards.getChildren().add(card);
        }
        first = (ChoiceCard) cards.getChildren().getFirst();
        root.getChildren()
                .addAll(
                        Form.head("What", Texts.cell("")),
                        Form.section("Blueprint", "a kind of environment"),
                        cards,
                        Form.rule(),
                        Form.section("Preset", "fills the fields of the next steps, where each can be changed"),
                        presetCards,
                        Form.rule(),
                        Form.section("What it makes", "counted in the template at the right"),
                        makes);
        root.getStyleClass().add("td-form");
        model.draftProperty().addListener((observed, before, now) -> show());
        preview.shownProperty().addListener((observed, before, now) -> showMakes());
        show();
        showMakes();
    }

    private void show() {
        Blueprint blueprint = model.blueprint();
        if (!shownBlueprint.equals(blueprint.id())) {
            shownBlueprint = blueprint.id();
            showPresets(blueprint);
        }
        Optional.ofNullable(blueprints.get(blueprint.id())).ifPresent(ChoiceCard::choose);
        Optional.ofNullable(presets.get(model.preset().id())).ifPresent(ChoiceCard::choose);
    }

    private void showPresets(Blueprint blueprint) {
        presets.clear();
        presetCards.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : blueprint.presets()) {
            ChoiceCard card = new ChoiceCard(
                    Icons.DESCRIBE,
                    preset.title(),
                    preset.id(),
                    group,
                    () -> model.fill(blueprint, preset),
                    body(preset.summary()));
            presets.put(preset.id(), card);
            presetCards.getChildren().add(card);
        }
    }

    private void showMakes() {
        makes.getChildren().clear();
        PreviewModel.Shown shown = preview.shownProperty().get();
        Map<String, Integer> counts = new HashMap<>();
        if (shown != null) {
            shown.outline()
                    .groups()
                    .forEach(group -> counts.put(group.id(), group.resources().size()));
        }
        for (ResourceGroup group : model.blueprint().resourceGroups()) {
            Integer count = counts.get(group.id());
            String words = count == null ? "" : count == 1 ? "1 resource" : count + " resources";
            HBox entry = new HBox(
                    6,
                    GroupIcons.of(group.id()).view("td-muted"),
                    Texts.label(group.title()),
                    Texts.number(words, "td-muted"));
            entry.setAlignment(Pos.CENTER_LEFT);
            makes.getChildren().add(entry);
        }
    }

    private static Label body(String text) {
        return Texts.paragraph(text, "td-muted", "td-choice-body");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return first.radio();
    }
}
