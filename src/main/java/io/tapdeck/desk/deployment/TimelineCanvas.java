package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.desk.common.Drawing;
import io.tapdeck.desk.deployment.Bars.Bar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints the bars of all rows: what happened solid, what is expected as an outline, the latest as a whisker. */
final class TimelineCanvas extends Drawing {
    private static final double BAR = 10;
    private static final double THIN = 4;
    private static final double ROUND = 3;

    private List<TimelineRow> rows = List.of();
    private @Nullable DeploymentModel model;
    private @Nullable TimelineAxis axis;

    TimelineCanvas() {
        setMouseTransparent(true);
    }

    void show(DeploymentModel shown, List<TimelineRow> visible, TimelineAxis scale) {
        model = shown;
        rows = List.copyOf(visible);
        axis = scale;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        DeploymentModel shown = model;
        TimelineAxis scale = axis;
        if (shown == null || scale == null) {
            return;
        }
        Instant now = shown.now();
        graphics.setStroke(ink(Ink.GRID));
        graphics.setLineWidth(1);
        for (TimelineAxis.Tick tick : scale.ticks()) {
            double x = Math.floor(tick.x()) + 0.5;
            graphics.strokeLine(x, 0, x, height);
        }
        Optional<Forecast> forecast = shown.forecast();
        Map<String, Forecast.Span> spans = forecast.map(Forecast::spans).orElse(Map.of());
        if (forecast.isPresent()) {
            graphics.setFill(ink(Ink.FUTURE, 0.5));
            graphics.fillRect(scale.x(now), 0, width - scale.x(now), height);
        }
        Map<String, Double> middles = new HashMap<>();
        boolean grey = shown.state().rollingBack();
        for (int index = 0; index < rows.size(); index++) {
            double middle = index * TimelineView.ROW + TimelineView.ROW / 2;
            switch (rows.get(index)) {
                case TimelineRow.Group group ->
                    Bars.ofGroup(group.resources(), spans, now).forEach(bar -> paintThin(graphics, scale, bar, middle));
                case TimelineRow.Resource resource -> {
                    middles.put(resource.id(), middle);
                    Bars.of(resource.progress(), spans.get(resource.id()), now, grey)
                            .forEach(bar -> paintBar(graphics, scale, bar, middle));
                }
            }
        }
        if (forecast.isPresent()) {
            paintLinks(graphics, scale, shown, spans, middles);
            graphics.setFill(ink(Ink.ACCENT));
            graphics.fillRect(Math.rint(scale.x(now)) - 1, 0, 1.5, height);
        }
    }

    private void paintThin(GraphicsContext graphics, TimelineAxis scale, Bar bar, double middle) {
        double from = scale.x(bar.from());
        double width = Math.max(3, scale.x(bar.to()) - from);
        if (bar.kind() == Bars.Kind.EXPECTED) {
            graphics.setStroke(ink(Ink.MUTED));
            graphics.setLineWidth(1);
            graphics.strokeRoundRect(from + 0.5, middle - 1.5, width - 1, THIN - 1, ROUND, ROUND);
        } else {
            graphics.setFill(ink(Ink.CHIP));
            graphics.fillRoundRect(from, middle - THIN / 2, width, THIN, ROUND, ROUND);
        }
    }

    private void paintBar(GraphicsContext graphics, TimelineAxis scale, Bar bar, double middle) {
        double from = scale.x(bar.from());
        double width = Math.max(4, scale.x(bar.to()) - from);
        double top = middle - BAR / 2;
        switch (bar.kind()) {
            case EXPECTED -> paintExpected(graphics, scale, bar, from, width, middle);
            case CANCELLED -> {
                graphics.setStroke(ink(Ink.MUTED));
                graphics.setLineWidth(1);
                graphics.setLineDashes(3, 2);
                graphics.strokeRoundRect(from + 0.5, top + 0.5, Math.max(12, width) - 1, BAR - 1, ROUND, ROUND);
                graphics.setLineDashes();
            }
            default -> {
                graphics.setFill(colour(bar.kind()));
                graphics.fillRoundRect(from, top, width, BAR, ROUND, ROUND);
            }
        }
    }

    private void paintExpected(
            GraphicsContext graphics, TimelineAxis scale, Bar bar, double from, double width, double middle) {
        double end = scale.x(bar.to());
        graphics.setStroke(ink(Ink.MUTED));
        graphics.setLineWidth(1);
        if (end - from > 1) {
            double top = middle - BAR / 2;
            graphics.setFill(ink(Ink.FUTURE));
            graphics.fillRoundRect(from + 0.5, top + 0.5, width - 1, BAR - 1, ROUND, ROUND);
            graphics.strokeRoundRect(from + 0.5, top + 0.5, width - 1, BAR - 1, ROUND, ROUND);
        }
        double right = end - from > 1 ? from + width : from;
        double latest = bar.latest() == null ? right : Math.round(scale.x(bar.latest())) - 0.5;
        if (latest > right + 3) {
            double y = Math.floor(middle) + 0.5;
            graphics.setLineDashes(3, 2);
            graphics.strokeLine(right, y, latest, y);
            graphics.setLineDashes();
            graphics.strokeLine(latest, y - 4, latest, y + 4);
        }
    }

    /** Thin lines from the end of the chosen resource to what begins after it. */
    private void paintLinks(
            GraphicsContext graphics,
            TimelineAxis scale,
            DeploymentModel shown,
            Map<String, Forecast.Span> spans,
            Map<String, Double> middles) {
        Double from = middles.get(shown.selectedId());
        Forecast.Span span = spans.get(shown.selectedId());
        if (from == null || span == null) {
            return;
        }
        graphics.setStroke(ink(Ink.ACCENT));
        graphics.setLineWidth(1);
        double x = Math.floor(scale.x(span.end())) + 3.5;
        for (ResourceProgress held : shown.state().heldUpBy(shown.selectedId())) {
            Double to = middles.get(held.id());
            Forecast.Span heldSpan = spans.get(held.id());
            if (to != null && heldSpan != null && held.phase() == ResourceProgress.Phase.WAITING) {
                double y = Math.floor(to) + 0.5;
                graphics.strokeLine(x - 3, from + 0.5, x, from + 0.5);
                graphics.strokeLine(x, from + 0.5, x, y);
                graphics.strokeLine(x, y, Math.max(x, scale.x(heldSpan.start())), y);
            }
        }
    }

    private Color colour(Bars.Kind kind) {
        return switch (kind) {
            case DONE -> ink(Ink.DONE);
            case RUNNING, UNDOING -> ink(Ink.ACCENT);
            case FAILED -> ink(Ink.DANGER);
            case UNDONE -> ink(Ink.WARNING);
            default -> ink(Ink.MADE);
        };
    }
}
