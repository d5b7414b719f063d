package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All about the chosen resource: its state, what it waited for, what waits for it. */
final class Inspector extends VBox {
    private static final int MOST_NAMES = 8;
    private static final double LABELS = 84;
    private static final int LETTERS = 30;

    private final DeploymentModel model;
    private final Label name = Texts.name("");
    private final StackPane glyph = new StackPane();
    private final VBox content = new VBox(10);

    Inspector(DeploymentModel model, Runnable onClose) {
        this.model = model;
        getStyleClass().add("td-inspector");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                glyph,
                name,
                space,
                Buttons.icon(Icons.COPY, "Copy the logical id", this::copy),
                Buttons.icon(Icons.CLOSE, "Close the inspector", onClose));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(0, 6, 0, 16));
        head.setMinHeight(40);
        content.setPadding(new Insets(12, 16, 12, 16));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, rule(), scroll);
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(model.selectedId());
        Clipboard.getSystemClipboard().setContent(text);
    }

    void show() {
        content.getChildren().clear();
        var chosen = model.selectedResource();
        if (chosen.isEmpty()) {
            name.setText("Nothing chosen");
            glyph.getChildren().clear();
            content.getChildren().add(Texts.paragraph("Choose a resource to see what it waits for.", "td-muted"));
            return;
        }
        ResourceProgress resource = chosen.get();
        String title = resource.planned().displayName();
        name.setText(DeploymentWords.fitting(title, 24));
        name.setTooltip(new Tooltip(title));
        glyph.getChildren().setAll(Icons.RESOURCE.view("td-muted"));
        facts(resource);
        List<ResourceProgress> before = resource.planned().dependsOn().stream()
                .flatMap(id -> model.state().resource(id).stream())
                .toList();
        names(resource.startedAt() == null ? "Waits for" : "Waited for", before);
        names("Holds up", model.state().heldUpBy(resource.id()));
    }

    private void facts(ResourceProgress resource) {
        String status = resource.status().isEmpty() ? "not started" : resource.status();
        HBox state = TimelineView.row(
                PhaseGlyph.of(resource.phase()), Texts.mono11(status, PhaseGlyph.role(resource.phase())));
        add("State", state);
        add("Means", Texts.paragraph(Meanings.of(resource)));
        add("Type", wrapped(resource.planned().resourceType()));
        if (!resource.physicalId().isEmpty()) {
            add("Physical id", wrapped(resource.physicalId()));
        }
        long usual = resource.planned().usual().toSeconds();
        String range = usual == 0
                ? ""
                : "usually "
                        + TimeText.range(
                                resource.planned().usual(),
                                resource.planned()
                                                        .latest()
                                                        .compareTo(resource.planned()
                                                                .usual())
                                                > 0
                                        ? resource.planned().latest()
                                        : resource.planned().usual().plusSeconds(1));
        if (resource.startedAt() != null) {
            boolean running = resource.phase() == Phase.RUNNING;
            Label took = Texts.number(TimeText.exact(resource.took(model.now())), "td-number-medium");
            VBox both = new VBox(2, took);
            if (running && !range.isEmpty()) {
                both.getChildren().add(Texts.cell(range, "td-muted"));
            }
            add(running ? "Running for" : "Took", both);
        } else if (!range.isEmpty()) {
            add("Takes", Texts.cell(range));
        }
        String reason = resource.reason();
        if (resource.phase() == Phase.FAILED && reason != null) {
            Label words = Texts.paragraph(reason, "td-mono-11");
            add("AWS says", words);
        }
    }

    private static Label wrapped(String text) {
        // Ids have no blanks; they may break after a hyphen.
        Label label = Texts.paragraph(text.replace("-", "-\u200B").replace("::", "::\u200B"), "td-mono-11");
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private void add(String title, Region value) {
        Label label = Texts.cell(title, "td-muted");
        label.setMinWidth(LABELS);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(4, label, value);
        row.setAlignment(Pos.TOP_LEFT);
        content.getChildren().add(row);
    }

    private void names(String title, List<ResourceProgress> resources) {
        if (resources.isEmpty()) {
            return;
        }
        VBox list = new VBox(5, Texts.label(title));
        resources.stream().limit(MOST_NAMES).forEach(resource -> {
            String full = resource.planned().displayName();
            Label label = Texts.mono11(DeploymentWords.fitting(full, LETTERS));
            label.setTooltip(new Tooltip(full));
            HBox row = TimelineView.row(PhaseGlyph.of(resource.phase()), label);
            row.setOnMouseClicked(event -> model.select(resource.id()));
            row.getStyleClass().add("td-inspector-name");
            list.getChildren().add(row);
        });
        if (resources.size() > MOST_NAMES) {
            list.getChildren().add(Texts.cell("and " + (resources.size() - MOST_NAMES) + " more", "td-muted"));
        }
        if (content.getChildren().stream()
                .noneMatch(node -> node.getStyleClass().contains("td-rule"))) {
            content.getChildren().add(rule());
        }
        content.getChildren().add(list);
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("td-rule");
        return rule;
    }
}
