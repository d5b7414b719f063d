package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The layer above a chart: crosshair, spans of a back-test, the threshold that is tried. It changes with each move of the
 * pointer; the data below is not painted again for that.
 */
final class Overlay extends Drawing {
    private static final double ROW = 16;

    private final TimeWindow window;
    private final Tuning tuning;
    private final Captions captions;
    private @Nullable ChartData data;
    private @Nullable Plot plot;
    private @Nullable Trace trace;
    private boolean labelled;

    Overlay(TimeWindow window, Tuning tuning, Captions captions) {
        this.window = window;
        this.tuning = tuning;
        this.captions = captions;
        setManaged(false);
        setMouseTransparent(true);
        window.crosshairProperty().addListener(observed -> refresh());
        setVisible(false);
    }

    /** Lies above another state of the chart. */
    void above(ChartData shown, Plot area, Trace main) {
        data = shown;
        plot = area;
        trace = main;
        refresh();
    }

    void labelled(boolean yes) {
        labelled = yes;
        refresh();
    }

    /** Paints anew, if there is anything to paint: an empty layer costs as much as a full one. */
    void refresh() {
        ChartData shown = data;
        boolean needed = shown != null
                && (!shown.spans().isEmpty()
                        || tuning.moved()
                        || window.crosshairProperty().get() != null);
        setVisible(needed);
        if (needed) {
            repaint();
        }
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Plot area = plot;
        ChartData shown = data;
        Trace main = trace;
        if (area == null || shown == null || main == null) {
            return;
        }
        graphics.setFont(CAPTION);
        if (!shown.spans().isEmpty()) {
            new FlagPainter(graphics, area)
                    .paint(shown.spans(), ink(Ink.BREACH, 0.55), ink(Ink.DANGER), ink(Ink.ON_EMPHASIS));
        }
        if (tuning.moved()) {
            var lines = new ThresholdPainter(graphics, area, List.of(main), captions);
            lines.ghost(shown.threshold(), shown.unit(), ink(Ink.MUTED));
            lines.tried(tuning.value(), ink(Ink.ACCENT));
        }
        Instant time = window.crosshairProperty().get();
        if (time != null && area.time().holds(time)) {
            paintCrosshair(graphics, area, shown, time);
        }
    }

    private void paintCrosshair(GraphicsContext graphics, Plot area, ChartData shown, Instant time) {
        double x = Math.round(area.x(time)) + 0.5;
        graphics.setFill(ink(Ink.MUTED));
        graphics.fillRect(x - 0.5, area.top(), 1, area.bandTop() + 6 - area.top());
        for (int place = shown.series().size() - 1; place >= 0; place--) {
            paintDot(graphics, area, shown, place, time);
        }
        graphics.setTextBaseline(VPos.CENTER);
        if (shown.series().size() > 1) {
            paintValues(graphics, area, shown, x, time);
        }
        if (labelled) {
            paintTime(graphics, area, x, time);
        }
    }

    private void paintDot(GraphicsContext graphics, Plot area, ChartData shown, int place, Instant time) {
        Samples samples = shown.series().get(place).samples();
        samples.nearest(time).ifPresent(point -> {
            double value = samples.value(point);
            double x = area.x(samples.time(point));
            double y = area.y(value);
            boolean over = value >= (place == 0 ? tuning.value() : shown.threshold(place));
            graphics.setFill(ink(Ink.BACKGROUND));
            graphics.fillOval(x - 5, y - 5, 10, 10);
            graphics.setFill(ink(over ? Ink.ALARM_BAND : Stroke.ink(place)));
            graphics.fillOval(x - 3.5, y - 3.5, 7, 7);
        });
    }

    /** The value of each line at the crosshair, beside it. */
    private void paintValues(GraphicsContext graphics, Plot area, ChartData shown, double x, Instant time) {
        double widest = 0;
        for (ChartSeries series : shown.series()) {
            widest = Math.max(widest, captions.width(words(series, shown.unit(), time)));
        }
        double width = widest + 38;
        double height = shown.series().size() * ROW + 8;
        double top = area.top() + 4;
        double left = beside(area, x, width, area.value(top + height + 4));
        graphics.setFill(ink(Ink.GRID));
        graphics.fillRoundRect(left - 1, top - 1, width + 2, height + 2, 9, 9);
        graphics.setFill(ink(Ink.BACKGROUND));
        graphics.fillRoundRect(left, top, width, height, 8, 8);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int place = 0; place < shown.series().size(); place++) {
            double y = top + 4 + (place + 0.5) * ROW;
            Stroke stroke = new Stroke(place, ink(Stroke.ink(place)));
            graphics.setStroke(stroke.colour());
            graphics.setLineWidth(2);
            graphics.setLineDashes(stroke.dashes());
            graphics.strokeLine(left + 8, y, left + 24, y);
            graphics.setLineDashes();
            graphics.setFill(ink(Ink.TEXT));
            graphics.fillText(words(shown.series().get(place), shown.unit(), time), left + 30, y);
        }
    }

    /** At the right if it hides no data there, else at the left, if there is room. */
    private double beside(Plot area, double x, double width, double lowest) {
        double right = x + 10;
        double left = x - 10 - width;
        Trace main = trace;
        boolean hides = main != null
                && main.meets(
                        area.time(),
                        right - area.left(),
                        right + width - area.left(),
                        lowest,
                        Double.POSITIVE_INFINITY);
        boolean fits = right + width < area.right();
        return fits && (!hides || left < area.left()) ? right : left;
    }

    private static String words(ChartSeries series, String unit, Instant time) {
        OptionalInt point = series.samples().nearest(time);
        String value = point.isEmpty() ? "no data" : Amount.of(series.samples().value(point.getAsInt()), unit);
        return series.name() + " " + value;
    }

    /** The time below the line, over whatever time of the axis stands there. */
    private void paintTime(GraphicsContext graphics, Plot area, double x, Instant time) {
        String words = ChartWords.time(time, window);
        double half = captions.width(words) / 2 + 5;
        double middle = Math.clamp(x, area.left() - 12 + half, Math.max(area.left() - 12 + half, getWidth() - half));
        graphics.setFill(ink(Ink.BACKGROUND));
        graphics.fillRect(middle - half - 24, area.timesY() - 9, half * 2 + 48, 18);
        graphics.setFill(ink(Ink.CHIP));
        graphics.fillRoundRect(middle - half, area.timesY() - 8.5, half * 2, 17, 8, 8);
        graphics.setFill(ink(Ink.ON_EMPHASIS));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(words, middle, area.timesY());
    }
}
