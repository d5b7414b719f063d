package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.desk.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The resources by group in dependency order, each with its bar over the time. */
final class TimelineView extends VBox {
    /** Height of a row. */
    static final double ROW = 22;

    private static final double HEAD = 26;
    private static final double LEGEND = 32;
    private static final double TITLE = 32;
    private static final double STATE = 96;
    private static final double LEFT = 24;
    private static final double RIGHT = 24;
    /** Width of a character of the names' font. */
    private static final double CHARACTER = 6.6;

    private static final double INDENT = 30;
    private static final double LEAST_NAMES = 182;
    private static final double MOST_NAMES = 246;

    private final DeploymentModel model;
    private final HBox title = new HBox();
    private final TimelineHead axisHead = new TimelineHead();
    private final Region stateHead = Texts.label("State");
    private final Pane head;
    private final VBox lines = new VBox();
    private final TimelineCanvas canvas = new TimelineCanvas();
    private final Pane content;
    private final ScrollPane scroll;
    private List<TimelineRow> rows = List.of();
    private List<TimelineLine> shown = List.of();

    TimelineView(DeploymentModel model) {
        this.model = model;
        getStyleClass().add("td-timeline");
        Region nameHead = Texts.label("Resource");
        nameHead.getStyleClass().add("td-muted");
        stateHead.getStyleClass().add("td-muted");
        head = new Pane(nameHead, stateHead, axisHead) {
            @Override
            protected void layoutChildren() {
                double top = (HEAD - nameHead.prefHeight(-1)) / 2;
                nameHead.resizeRelocate(LEFT, top, nameHead.prefWidth(-1), nameHead.prefHeight(-1));
                stateHead.resizeRelocate(LEFT + names(), top, stateHead.prefWidth(-1), stateHead.prefHeight(-1));
                axisHead.resizeRelocate(bars(), 0, axisWidth(getWidth()) + RIGHT, HEAD - 1);
            }
        };
        head.setMinHeight(HEAD);
        head.setPrefHeight(HEAD);
        head.getStyleClass().add("td-timeline-head");
        content = new Pane(lines, canvas) {
            @Override
            protected double computePrefHeight(double width) {
                return rows.size() * ROW;
            }

            @Override
            protected void layoutChildren() {
                lines.resizeRelocate(0, 0, getWidth(), rows.size() * ROW);
                canvas.resizeRelocate(bars(), 0, axisWidth(getWidth()), rows.size() * ROW);
            }
        };
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleRole(AccessibleRole.LIST_VIEW);
        scroll.setAccessibleText("Timeline");
        scroll.getStyleClass().add("td-timeline-scroll");
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinHeight(TITLE);
        title.setPadding(new Insets(0, 0, 0, LEFT));
        getChildren().addAll(head, scroll);
        widthProperty().addListener(observed -> show());
    }

    private double names() {
        int longest = model.state().resources().stream()
                .mapToInt(resource -> resource.planned().displayName().length())
                .max()
                .orElse(0);
        double most = getWidth() < 800 ? LEAST_NAMES : MOST_NAMES;
        return INDENT + Math.clamp(longest * CHARACTER, LEAST_NAMES - INDENT, most - INDENT) + 24;
    }

    private double bars() {
        return LEFT + names() + STATE;
    }

    private double axisWidth(double width) {
        return Math.max(1, width - bars() - RIGHT);
    }

    /** Shows the model as it is now. */
    void show() {
        rows = model.rows();
        DeploymentState state = model.state();
        Instant started = state.startedAt() == null ? model.now() : state.startedAt();
        TimelineAxis axis = TimelineAxis.of(started, lastMoment(), axisWidth(getWidth()));
        boolean running = model.forecast().isPresent();
        axisHead.show(axis, running ? model.now() : null, model.expiredSince().isPresent());
        head.requestLayout();
        canvas.show(model, rows, axis);
        showLines();
        showLegend(state);
        content.requestLayout();
        // What the rows do not need is the log's.
        setMaxHeight((titled(state) ? TITLE : LEGEND) + HEAD + rows.size() * ROW);
    }

    /** Under the card of a failure the timeline has a title, and the legend stands beside it. */
    private void showLegend(DeploymentState state) {
        HBox legend = TimelineLegend.of(state);
        if (titled(state)) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            title.getChildren().setAll(Texts.name("Timeline"), space, legend);
            getChildren().setAll(title, head, scroll);
        } else {
            getChildren().setAll(head, scroll, legend);
        }
    }

    private static boolean titled(DeploymentState state) {
        return state.outcome() instanceof Outcome.Failed;
    }

    /** Lines are kept while their rows stay the same, so that the focus and the arcs do not jump. */
    private void showLines() {
        int letters = (int) Math.floor((names() - 24 - INDENT) / CHARACTER);
        String failedFirst = model.state().outcome() instanceof Outcome.Failed failed
                ? failed.cause().id()
                : "";
        List<TimelineLine> next = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            TimelineRow row = rows.get(index);
            boolean kept = index < shown.size() && shown.get(index).row().id().equals(row.id());
            TimelineLine line = kept ? shown.get(index) : new TimelineLine(model, LEFT);
            line.show(
                    row,
                    names(),
                    letters,
                    row.id().equals(model.selectedId()),
                    row.id().equals(failedFirst));
            next.add(line);
        }
        if (!next.equals(shown)) {
            shown = List.copyOf(next);
            lines.getChildren().setAll(shown);
        }
    }

    /** The end of the axis: the latest that is expected, else the last that happened. */
    private Instant lastMoment() {
        Instant last = model.now();
        for (Forecast.Span span :
                model.forecast().map(Forecast::spans).orElse(java.util.Map.of()).values()) {
            last = span.latest().isAfter(last) ? span.latest() : last;
        }
        return last;
    }

    /** Scrolls to the chosen row. */
    void reveal() {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).id().equals(model.selectedId())) {
                double view = scroll.getViewportBounds().getHeight();
                double hidden = rows.size() * ROW - view;
                double top = scroll.getVvalue() * Math.max(0, hidden);
                double y = index * ROW;
                if (hidden > 0 && (y < top || y + ROW > top + view)) {
                    scroll.setVvalue(Math.clamp((y - view / 2) / hidden, 0, 1));
                }
            }
        }
    }

    static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(6, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
