package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.monitor.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** One metric over time: its line, threshold, breaches, gaps, alarm band, and the crosshair shared with its like. */
public final class MetricChart extends Drawing {
    private static final double TICK_ROOM = 70;
    private static final double LEAST_HEIGHT = 120;

    private @Nullable ChartData data;
    private @Nullable Plot plot;
    private @Nullable Instant crosshair;
    private boolean labelled;

    /**
     * An empty chart.
     *
     * @param onCrosshair hears the time under the pointer, or null when it leaves
     */
    public MetricChart(Consumer<@Nullable Instant> onCrosshair) {
        setMinSize(0, LEAST_HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> {
            Plot shown = plot;
            if (shown != null) {
                onCrosshair.accept(shown.time().at(Math.clamp(event.getX() - shown.left(), 0, shown.width())));
            }
        });
        setOnMouseExited(event -> onCrosshair.accept(null));
    }

    /** Shows new data. */
    public void show(ChartData shown) {
        data = shown;
        setAccessibleText(ChartWords.summary(shown));
        repaint();
    }

    /** Puts the crosshair at a time; null removes it. */
    public void crosshair(@Nullable Instant at) {
        crosshair = at;
        repaint();
    }

    /** Whether this is the one chart that names the crosshair's time and what its gaps are. */
    public void labelled(boolean yes) {
        labelled = yes;
        repaint();
    }

    /** The point at a time: the nearest one, no further than a period away. */
    public static Optional<Point> at(ChartData data, Instant time) {
        return data.series().points().stream()
                .min(Comparator.comparing(point -> distance(point, time)))
                .filter(point -> distance(point, time).compareTo(data.series().period()) <= 0);
    }

    private static Duration distance(Point point, Instant time) {
        return Duration.between(point.at(), time).abs();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ChartData shown = data;
        if (shown == null) {
            return;
        }
        Runs runs = Runs.of(shown.series(), shown.start(), shown.end());
        Plot area = Plot.of(shown, ValueScale.of(runs.most(), shown.threshold(), shown.unit()), width, height);
        plot = area;
        graphics.setFont(CAPTION);
        paintGrid(graphics, area, shown);
        paintGaps(graphics, area, runs, shown);
        var line = new LinePainter(graphics, area);
        for (var run : runs.runs()) {
            line.area(run, ink(Ink.AREA));
            if (shown.hasThreshold()) {
                line.breaches(run, shown.threshold(), ink(Ink.BREACH), ink(Ink.ALARM_BAND));
            }
            line.line(run, ink(Ink.SERIES));
        }
        if (shown.hasThreshold()) {
            paintThreshold(graphics, area, runs, shown);
        }
        new BandPainter(graphics, ink(Ink.OK_BAND), ink(Ink.ALARM_BAND), ink(Ink.NODATA), ink(Ink.MUTED))
                .paint(shown.band(), area.time(), area.left(), area.bandTop(), 6, 6);
        if (crosshair != null) {
            paintCrosshair(graphics, area, shown, crosshair);
        }
    }

    private void paintGrid(GraphicsContext graphics, Plot area, ChartData shown) {
        graphics.setStroke(ink(Ink.GRID));
        graphics.setFill(ink(Ink.MUTED));
        graphics.setLineWidth(1);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.RIGHT);
        for (int line = 0; line <= area.values().steps(); line++) {
            double y = Math.round(area.y(area.values().step() * line)) + 0.5;
            graphics.strokeLine(area.left(), y, area.right(), y);
            graphics.fillText(area.values().label(line), area.left() - 9, y);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        double labelY = area.bandTop() + 18;
        double chip = crosshair == null || !labelled ? Double.NaN : area.x(crosshair);
        for (TimeTicks.Tick tick : TimeTicks.of(area.time(), shown.zone(), TICK_ROOM)) {
            double x = Math.round(area.left() + tick.x()) + 0.5;
            graphics.strokeLine(x, area.top(), x, area.bottom());
            double half = textWidth(tick.label()) / 2;
            boolean fits = x - half >= 0 && x + half <= getWidth();
            if (fits && !(Math.abs(chip - x) < half + 24)) {
                graphics.fillText(tick.label(), x, labelY);
            }
        }
    }

    private void paintGaps(GraphicsContext graphics, Plot area, Runs runs, ChartData shown) {
        for (Runs.Gap gap : runs.gaps()) {
            graphics.setFill(ink(Ink.NODATA, 0.3));
            double from = area.x(gap.from());
            graphics.fillRect(from, area.top(), Math.max(1, area.x(gap.to()) - from), area.height());
        }
        // A chart without any value says so itself: nothing else on it does.
        boolean empty = shown.series().points().isEmpty();
        if ((labelled || empty) && !runs.gaps().isEmpty()) {
            Runs.Gap gap = runs.gaps().stream()
                    .max(Comparator.comparing(each -> Duration.between(each.from(), each.to())))
                    .orElseThrow();
            String words = ChartWords.gap(gap, shown);
            double half = textWidth(words) / 2 + 4;
            double middle = (area.x(gap.from()) + area.x(gap.to())) / 2;
            graphics.setFill(ink(Ink.MUTED));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(
                    words,
                    Math.clamp(middle, area.left() + half, Math.max(area.left() + half, area.right() - half)),
                    area.bottom() - 12);
        }
    }

    private void paintThreshold(GraphicsContext graphics, Plot area, Runs runs, ChartData shown) {
        double y = Math.round(area.y(shown.threshold())) + 0.5;
        graphics.setStroke(ink(Ink.THRESHOLD));
        graphics.setFill(ink(Ink.THRESHOLD));
        graphics.setLineWidth(1.25);
        graphics.setLineDashes(5, 3);
        graphics.strokeLine(area.left(), y, area.right(), y);
        graphics.setLineDashes();
        graphics.fillRoundRect(area.right() - 4, y - 6, 8, 12, 4, 4);
        String words = ValueText.of(shown.threshold(), shown.unit());
        double width = textWidth(words);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words, freePlace(area, runs, y, width), y - 9);
    }

    /** The first place from the left at which the data is not behind the words. */
    private static double freePlace(Plot area, Runs runs, double y, double width) {
        double first = area.left() + 14;
        for (double x = first; x + width + 14 < area.right(); x += 8) {
            double from = x - 6;
            double to = x + width + 6;
            boolean free = runs.runs().stream()
                    .flatMap(java.util.List::stream)
                    .filter(point -> area.x(point) >= from && area.x(point) <= to)
                    .noneMatch(point -> area.y(point) < y + 2 && area.y(point) > y - 20);
            if (free) {
                return x;
            }
        }
        return first;
    }

    private void paintCrosshair(GraphicsContext graphics, Plot area, ChartData shown, Instant at) {
        double x = Math.round(area.x(at)) + 0.5;
        graphics.setStroke(ink(Ink.MUTED));
        graphics.setLineWidth(1);
        graphics.strokeLine(x, area.top(), x, area.bandTop() + 6);
        at(shown, at).ifPresent(point -> {
            boolean over = shown.hasThreshold() && point.value() >= shown.threshold();
            graphics.setFill(ink(Ink.BACKGROUND));
            graphics.fillOval(area.x(point) - 5, area.y(point) - 5, 10, 10);
            graphics.setFill(ink(over ? Ink.ALARM_BAND : Ink.SERIES));
            graphics.fillOval(area.x(point) - 3.5, area.y(point) - 3.5, 7, 7);
        });
        if (labelled) {
            String words = TimeText.minute(at, shown.zone());
            double half = textWidth(words) / 2 + 5;
            double middle = Math.clamp(x, area.left() - 12 + half, getWidth() - half);
            graphics.setFill(ink(Ink.CHIP));
            graphics.fillRoundRect(middle - half, area.bandTop() + 10, half * 2, 17, 8, 8);
            graphics.setFill(ink(Ink.ON_EMPHASIS));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(words, middle, area.bandTop() + 18.5);
        }
    }

    private static double textWidth(String words) {
        Text text = new Text(words);
        text.setFont(CAPTION);
        return text.getLayoutBounds().getWidth();
    }
}
