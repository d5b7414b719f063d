package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What runs, how far it is, how long it will take. */
final class DeploymentHead extends VBox {
    private static final double NARROW = 1000;

    private final DeploymentModel model;
    private final ZoneId zone;
    private final StackPane glyph = new StackPane();
    private final Label title = Texts.title("");
    private final HBox tag = new HBox();
    private final HBox actions = new HBox(8);
    private final HBox facts = new HBox(8);
    private final Label remark = Texts.paragraph("", "td-muted");
    private final ProgressBars bars = new ProgressBars();
    private String glyphShown = "";

    DeploymentHead(DeploymentModel model, ZoneId zone) {
        super(8);
        this.model = model;
        this.zone = zone;
        getStyleClass().add("td-deployment-head");
        tag.setAlignment(Pos.CENTER);
        actions.setAlignment(Pos.CENTER);
        // Without buttons the state stands at the margin.
        actions.managedProperty().bind(Bindings.isNotEmpty(actions.getChildren()));
        facts.setAlignment(Pos.BASELINE_LEFT);
        HBox first = new HBox(10, glyph, title, grow(), tag, actions);
        first.setAlignment(Pos.CENTER_LEFT);
        first.setMinHeight(28);
        remark.managedProperty().bind(remark.visibleProperty());
        getChildren().addAll(first, facts, remark, bars);
        widthProperty().addListener(observed -> showFacts());
    }

    /** Shows the buttons of the page, the primary one last. */
    void actions(List<? extends Node> buttons) {
        actions.getChildren().setAll(buttons);
    }

    void show() {
        title.setText(DeploymentWords.title(model));
        showGlyph();
        String status = model.state().stackStatus();
        if (status.isEmpty()) {
            tag.getChildren().clear();
        } else {
            boolean old = model.expiredSince().isPresent();
            tag.getChildren()
                    .setAll(
                            old
                                    ? new Tag("LAST SEEN " + status, null, "td-warning")
                                    : new Tag(status, null, role(status)));
        }
        showFacts();
        remark.setText(model.remark());
        remark.setVisible(!model.remark().isEmpty());
        boolean progress = model.running();
        bars.setVisible(progress);
        bars.setManaged(progress);
        bars.show(model.state());
    }

    private void showGlyph() {
        Outcome outcome = model.state().outcome();
        String kind = model.refusal() != null || outcome instanceof Outcome.Failed
                ? "failed"
                : outcome != null
                        ? "up"
                        : model.nothingToFollow()
                                ? "nothing"
                                : model.expiredSince().isPresent() ? "expired" : "running";
        if (!kind.equals(glyphShown)) {
            glyphShown = kind;
            glyph.getChildren()
                    .setAll(
                            switch (kind) {
                                case "failed" -> Icons.STUCK.view("td-danger", "td-icon-20");
                                case "up" -> Icons.RUNNING.view("td-success", "td-icon-20");
                                case "expired" -> Icons.PAUSED.view("td-warning", "td-icon-20");
                                case "nothing" -> Icons.PAUSED.view("td-muted", "td-icon-20");
                                default -> new ProgressArc(9);
                            });
        }
    }

    private static String role(String status) {
        return switch (new StackState(status).meaning()) {
            case RUNNING -> "td-success";
            case STUCK -> "td-danger";
            case ROLLED_BACK -> "td-warning";
            default -> "td-accent";
        };
    }

    private void showFacts() {
        List<Node> nodes = new ArrayList<>();
        DeploymentState state = model.state();
        String refusal = model.refusal();
        if (refusal != null) {
            nodes.add(Texts.paragraph(refusal));
        } else if (model.nothingToFollow()) {
            nodes.add(Texts.cell("No operation is in progress on its stack.", "td-muted"));
        } else if (state.outcome() instanceof Outcome.Failed failed) {
            nodes.add(Texts.cell(DeploymentWords.aftermath(state, failed)));
            addSpan(nodes);
        } else if (state.outcome() != null) {
            nodes.add(Texts.number(DeploymentWords.count(state), "td-number-medium"));
            addSpan(nodes);
        } else {
            running(nodes, state);
        }
        facts.getChildren().setAll(nodes);
    }

    private void running(List<Node> nodes, DeploymentState state) {
        if (state.startedAt() == null) {
            nodes.add(Texts.cell("Asking CloudFormation to begin.", "td-muted"));
            return;
        }
        nodes.add(Texts.number(DeploymentWords.count(state), "td-number-medium"));
        if (model.expiredSince().isPresent()) {
            add(nodes, Texts.number("as of " + TimeText.second(model.now(), zone), "td-warning"));
            add(nodes, Texts.cell("AWS goes on without this window; nothing is cancelled or lost.", "td-muted"));
            return;
        }
        add(
                nodes,
                Texts.number(
                        model.watchedUntil()
                                .map(until -> DeploymentWords.watching(until, model.now()))
                                .orElseGet(() -> DeploymentWords.rest(state)),
                        "td-muted"));
        add(nodes, Texts.number("started " + TimeText.second(state.startedAt(), zone), "td-muted"));
        Label elapsed = Texts.number(TimeText.exact(model.elapsed()), "td-number-medium");
        if (getWidth() < NARROW) {
            nodes.add(dot());
        } else {
            nodes.add(grow());
        }
        nodes.add(elapsed);
        nodes.add(Texts.cell("elapsed", "td-muted"));
        Optional<Forecast> forecast = model.forecast();
        if (forecast.isPresent() && model.watchedUntil().isEmpty()) {
            add(nodes, Texts.number(DeploymentWords.left(forecast.get()), "td-number-medium"));
            nodes.add(Texts.cell("left", "td-muted"));
        }
    }

    private void addSpan(List<Node> nodes) {
        String span = DeploymentWords.span(model, zone);
        if (!span.isEmpty()) {
            add(nodes, Texts.number(span, "td-muted"));
        }
    }

    private static void add(List<Node> nodes, Node node) {
        nodes.add(dot());
        nodes.add(node);
    }

    private static Label dot() {
        return Texts.cell("·", "td-muted");
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
