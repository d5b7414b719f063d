package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.GroupIcons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Name and state of one row of the timeline; its bar is on the canvas beside it. */
final class TimelineLine extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double INDENT = 30;
    private static final double GROUP_INDENT = 8;

    private final DeploymentModel model;
    private final double left;
    private @Nullable TimelineRow row;
    private Node name = new HBox();
    private HBox state = new HBox();
    private double names;
    private String written = "";

    TimelineLine(DeploymentModel model, double left) {
        this.model = model;
        this.left = left;
        getStyleClass().add("td-timeline-line");
        setMinHeight(TimelineView.ROW);
        setPrefHeight(TimelineView.ROW);
        setMaxHeight(TimelineView.ROW);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMousePressed(event -> press());
    }

    TimelineRow row() {
        return Objects.requireNonNull(row);
    }

    private void press() {
        if (row instanceof TimelineRow.Group group) {
            model.fold(group.group(), group.open());
        }
        model.select(row().id());
    }

    void show(TimelineRow shown, double nameWidth, int letters, boolean selected, boolean failedFirst) {
        row = shown;
        names = nameWidth;
        pseudoClassStateChanged(SELECTED, selected);
        switch (shown) {
            case TimelineRow.Group group -> showGroup(group);
            case TimelineRow.Resource resource -> showResource(resource.progress(), letters, failedFirst);
        }
    }

    private void showGroup(TimelineRow.Group group) {
        Phase phase = PhaseGlyph.ofGroup(group.resources());
        String count = count(group.resources(), phase);
        String words = group.group().title() + " " + count + group.open() + phase;
        if (words.equals(written)) {
            return;
        }
        written = words;
        Node chevron = (group.open() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).view("td-muted");
        place(
                TimelineView.row(
                        chevron,
                        GroupIcons.of(group.group().id()).view("td-muted"),
                        Texts.name(group.group().title()),
                        Texts.number(count, "td-muted")),
                TimelineView.row(PhaseGlyph.of(phase)));
        setAccessibleText(group.group().title() + ", " + count + (group.open() ? ", open" : ", closed"));
    }

    private static String count(List<ResourceProgress> resources, Phase phase) {
        if (phase == Phase.UNDONE) {
            long undone = resources.stream()
                    .filter(resource -> resource.phase() == Phase.UNDONE)
                    .count();
            return undone + ", removed";
        }
        long done = resources.stream().filter(ResourceProgress::done).count();
        return done + " of " + resources.size();
    }

    private void showResource(ResourceProgress progress, int letters, boolean failedFirst) {
        String words = DeploymentWords.state(progress, failedFirst, model.now());
        String all = progress.planned().displayName() + letters + progress.phase();
        if (all.equals(written)) {
            // Only the time has moved: the glyph keeps turning.
            ((Label) state.getChildren().getLast()).setText(words);
        } else {
            written = all;
            boolean quiet = progress.phase() == Phase.WAITING
                    || progress.phase() == Phase.CANCELLED
                    || progress.phase() == Phase.NOT_STARTED;
            Label label = Texts.mono11(
                    DeploymentWords.fitting(progress.planned().displayName(), letters),
                    quiet ? "td-muted" : "td-default");
            Tooltip.install(
                    label,
                    new Tooltip(progress.planned().displayName() + "\n"
                            + progress.planned().resourceType()));
            place(
                    label,
                    TimelineView.row(
                            PhaseGlyph.of(progress.phase()),
                            Texts.number(words, "td-number-small", PhaseGlyph.role(progress.phase()))));
        }
        setAccessibleText(progress.planned().displayName() + ", " + words);
    }

    private void place(Node newName, HBox newState) {
        name = newName;
        state = newState;
        getChildren().setAll(name, state);
    }

    @Override
    protected void layoutChildren() {
        double indent = row instanceof TimelineRow.Group ? GROUP_INDENT : INDENT;
        put(name, left + indent);
        put(state, left + names);
    }

    private static void put(Node node, double x) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(x, Math.rint((TimelineView.ROW - height) / 2), node.prefWidth(-1), height);
    }
}
