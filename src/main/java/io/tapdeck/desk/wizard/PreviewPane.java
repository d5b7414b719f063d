package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.synth.SynthesisException;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The template that the draft makes, as it is typed. */
final class PreviewPane extends VBox {
    /** The outline's least height, closed and opened. */
    private static final double LEAST = 144;

    private static final double MOST = 192;

    private final WizardModel wizard;
    private final PreviewModel model;
    private final HBox state = new HBox(6);
    private final HBox notice = new HBox(8);
    private final VBox trouble = new VBox(8);
    private final OutlineTree tree = new OutlineTree();
    private final TextArea template = new TextArea();
    private final VBox outputs = new VBox(12);
    private final ScrollPane outputScroll = new ScrollPane(outputs);
    private final StackPane content = new StackPane();
    private final FindingsList findings;
    private final Meters meters = new Meters();
    private final CostLine cost;
    private final Segments<Tab> tabs =
            new Segments<>("Preview", List.of(Tab.values()), Tab.RESOURCES, Tab::words, this::choose);
    private Tab tab = Tab.RESOURCES;

    private enum Tab {
        RESOURCES("Resources"),
        TEMPLATE("Template"),
        OUTPUTS("Outputs");

        private final String words;

        Tab(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    PreviewPane(WizardModel wizard, Overlays overlays) {
        this.cost = new CostLine(overlays);
        this.wizard = wizard;
        this.model = wizard.preview();
        this.findings = new FindingsList(wizard.draft()::apply);
        getStyleClass().add("td-preview");
        template.setEditable(false);
        template.getStyleClass().add("td-template");
        template.setAccessibleText("The template as text");
        outputScroll.setFitToWidth(true);
        outputs.getStyleClass().add("td-side-pad");
        trouble.getStyleClass().add("td-trouble");
        notice.getStyleClass().add("td-preview-notice");
        HBox head = new HBox(8, Texts.name("Preview"), Form.spacer(), state);
        head.getStyleClass().add("td-side-head");
        state.setAlignment(Pos.CENTER_RIGHT);
        HBox choice = new HBox(tabs);
        choice.getStyleClass().add("td-side-tabs");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.minHeightProperty().bind(tree.expandedItemCountProperty().map(PreviewPane::least));
        content.setPrefHeight(LEAST);
        getChildren().addAll(head, notice, trouble, choice, content, findings, cost, meters);
        model.shownProperty().addListener((observed, before, now) -> showTemplate());
        model.slowProperty().addListener((observed, before, now) -> showState());
        model.workingProperty().addListener((observed, before, now) -> showState());
        model.failureProperty().addListener((observed, before, now) -> showTrouble());
        model.noticeProperty().addListener((observed, before, now) -> showNotice());
        tree.widthProperty().addListener((observed, before, now) -> tree.refresh());
        showTemplate();
        showTrouble();
        showNotice();
    }

    /** Moves the focus into what is shown. */
    void enter() {
        content.getChildren().getFirst().requestFocus();
    }

    /** Opened, the outline needs more room than the findings below it. */
    private static double least(Number rows) {
        return Math.clamp(rows.doubleValue() * OutlineTree.ROW, LEAST, MOST);
    }

    private void choose(Tab chosen) {
        tab = chosen;
        showContent();
    }

    private void showTemplate() {
        PreviewModel.Shown shown = model.shownProperty().get();
        if (shown != null) {
            tree.show(shown.outline(), shown.change());
            template.setText(shown.outline().text());
            outputs.getChildren()
                    .setAll(shown.outline().outputs().stream()
                            .map(PreviewPane::output)
                            .toList());
            findings.show(shown.assembly().findings());
            meters.show(shown.outline());
            cost.show(shown.cost());
        }
        meters.setVisible(shown != null);
        showContent();
        showState();
    }

    private static VBox output(Outline.Property output) {
        return new VBox(2, Texts.label(output.path()), mono(output.value()));
    }

    private static Label mono(String text) {
        Label label = Texts.mono11(text, "td-muted");
        label.setWrapText(true);
        label.setMinSize(0, USE_PREF_SIZE);
        return label;
    }

    private void showContent() {
        boolean none = model.shownProperty().get() == null;
        tabs.setDisable(none);
        if (none) {
            if (model.failureProperty().get() == null
                    && model.noticeProperty().get().isEmpty()) {
                content.getChildren().setAll(new Skeleton(8, 24));
            } else {
                content.getChildren().clear();
            }
            return;
        }
        content.getChildren()
                .setAll(
                        switch (tab) {
                            case RESOURCES -> tree;
                            case TEMPLATE -> template;
                            case OUTPUTS -> outputScroll;
                        });
    }

    private void showState() {
        state.getChildren().clear();
        PreviewModel.Shown shown = model.shownProperty().get();
        if (model.slowProperty().get()) {
            state.getChildren().addAll(new ProgressArc(6), Texts.caption("Synthesizing"));
        } else if (!model.workingProperty().get()
                && shown != null
                && model.failureProperty().get() == null) {
            Label took = Texts.number(shown.assembly().took().toMillis() + " ms", "td-muted", "td-number-small");
            state.getChildren().addAll(Icons.OK.view("td-success", "td-icon-13"), took);
        }
    }

    private void showNotice() {
        String words = model.noticeProperty().get();
        notice.setVisible(!words.isEmpty());
        notice.setManaged(!words.isEmpty());
        notice.getChildren().setAll(Icons.AGE.view("td-warning"), Form.growing(Texts.paragraph(words)));
        showContent();
    }

    private void showTrouble() {
        SynthesisException failure = model.failureProperty().get();
        trouble.getChildren().clear();
        trouble.setVisible(failure != null);
        trouble.setManaged(failure != null);
        if (failure != null) {
            HBox head = new HBox(
                    8,
                    Icons.PROBLEM_FILLED.view("td-danger"),
                    Form.growing(Texts.paragraph(String.valueOf(failure.getMessage()))));
            Label remedy = Texts.paragraph(failure.remedy(), "td-muted");
            trouble.getChildren()
                    .addAll(
                            head,
                            remedy,
                            Buttons.secondary("Try again", Icons.REFRESH, () -> model.retry(wizard.draft())));
        }
        showContent();
        showState();
    }
}
