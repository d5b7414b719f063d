package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The layer above a chart that follows the pointer, so that the chart below need not be painted again. */
final class Crosshair extends Drawing {
    private @Nullable ChartData data;
    private @Nullable Plot plot;
    private @Nullable Instant at;
    private ZoneId zone = ZoneOffset.UTC;
    private boolean labelled;

    Crosshair() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Lies above another state of the chart. */
    void above(ChartData shown, Plot area, ZoneId zoneShown) {
        data = shown;
        plot = area;
        zone = zoneShown;
        repaint();
    }

    void at(@Nullable Instant time) {
        at = time;
        repaint();
    }

    void labelled(boolean yes) {
        labelled = yes;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Plot area = plot;
        Instant time = at;
        ChartData shown = data;
        if (area == null || time == null || shown == null || !area.time().holds(time)) {
            return;
        }
        double x = Math.round(area.x(time)) + 0.5;
        graphics.setStroke(ink(Ink.MUTED));
        graphics.setLineWidth(1);
        graphics.strokeLine(x, area.top(), x, area.bandTop() + 6);
        for (int place = shown.series().size() - 1; place >= 0; place--) {
            paintDot(graphics, area, shown, place, time);
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
            boolean over = place == 0 && value >= shown.threshold();
            graphics.setFill(ink(Ink.BACKGROUND));
            graphics.fillOval(x - 5, y - 5, 10, 10);
            graphics.setFill(ink(over ? Ink.ALARM_BAND : Stroke.ink(place)));
            graphics.fillOval(x - 3.5, y - 3.5, 7, 7);
        });
    }

    /** The time below the line, over whatever time of the axis stands there. */
    private void paintTime(GraphicsContext graphics, Plot area, double x, Instant time) {
        String words = TimeText.minute(time, zone);
        double half = GridPainter.textWidth(words) / 2 + 5;
        double middle = Math.clamp(x, area.left() - 12 + half, getWidth() - half);
        graphics.setFill(ink(Ink.BACKGROUND));
        graphics.fillRect(middle - half - 24, area.timesY() - 9, half * 2 + 48, 18);
        graphics.setFill(ink(Ink.CHIP));
        graphics.fillRoundRect(middle - half, area.timesY() - 8.5, half * 2, 17, 8, 8);
        graphics.setFill(ink(Ink.ON_EMPHASIS));
        graphics.setFont(CAPTION);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(words, middle, area.timesY());
    }
}
