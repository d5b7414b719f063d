package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * Metrics over time: lines, thresholds, breaches, gaps and the alarm's states. What it looks at it shares with the other
 * charts of its {@link TimeWindow}. Painted again at most once a pulse, and not at all for the crosshair.
 */
public final class MetricChart extends Drawing {
    private static final double LEAST_HEIGHT = 120;

    private final TimeWindow window;
    private final Crosshair crosshair = new Crosshair();
    private final List<Trace> traces = new ArrayList<>();
    private @Nullable ChartData data;
    private @Nullable Plot plot;
    private boolean labelled;

    /** An empty chart that looks at a window. */
    public MetricChart(TimeWindow window) {
        this.window = window;
        setMinSize(0, LEAST_HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(crosshair);
        window.spanProperty().addListener(observed -> repaint());
        window.zoneProperty().addListener(observed -> repaint());
        window.crosshairProperty().addListener((observed, before, now) -> crosshair.at(now));
        setOnMouseMoved(event -> point(event.getX()));
        setOnMouseExited(event -> window.crosshairProperty().set(null));
    }

    private void point(double x) {
        Plot shown = plot;
        if (shown != null) {
            window.crosshairProperty().set(shown.time().at(Math.clamp(x - shown.left(), 0, shown.width())));
        }
    }

    /** Shows new data. */
    public void show(ChartData shown) {
        data = shown;
        while (traces.size() > shown.series().size()) {
            traces.removeLast();
        }
        for (int place = 0; place < shown.series().size(); place++) {
            Samples samples = shown.series().get(place).samples();
            if (place < traces.size()) {
                traces.get(place).show(samples);
            } else {
                traces.add(new Trace(samples));
            }
        }
        setAccessibleText(ChartWords.summary(shown, window.span()));
        repaint();
    }

    /** Whether this is the one chart that names the crosshair's time and what its gaps are. */
    public void labelled(boolean yes) {
        labelled = yes;
        crosshair.labelled(yes);
        repaint();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        crosshair.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ChartData shown = data;
        if (shown == null) {
            return;
        }
        ValueScale values = ValueScale.of(most(shown), highest(shown), shown.unit());
        Plot area = Plot.of(window.span(), values, width, height);
        plot = area;
        graphics.setFont(CAPTION);
        var grid = new GridPainter(graphics, area, ink(Ink.GRID), ink(Ink.MUTED));
        grid.values();
        grid.times(window.zoneProperty().get(), width);
        List<Gap> gaps = Gap.of(shown.main(), window.span());
        grid.gaps(gaps, ink(Ink.NODATA, 0.3));
        paintData(graphics, area, shown);
        // A chart without any value says so itself: nothing else on it does.
        if (labelled || shown.main().size() == 0) {
            grid.gapWords(gaps, shown, window.zoneProperty().get());
        }
        var thresholds = new ThresholdPainter(graphics, area, shown);
        for (int place = shown.thresholds().size() - 1; place >= 0; place--) {
            thresholds.paint(shown.thresholds().get(place), place == 0, ink(Ink.THRESHOLD));
        }
        new BandPainter(graphics, ink(Ink.OK_BAND), ink(Ink.ALARM_BAND), ink(Ink.NODATA), ink(Ink.MUTED))
                .paint(shown.band(), area.time(), area.left(), area.bandTop(), 6, 6);
        crosshair.above(shown, area, window.zoneProperty().get());
    }

    private void paintData(GraphicsContext graphics, Plot area, ChartData shown) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(area.left(), 0, area.width(), area.bottom() + 1);
        graphics.clip();
        for (int place = traces.size() - 1; place >= 0; place--) {
            var line = new LinePainter(graphics, area, traces.get(place));
            if (place == 0) {
                line.area(ink(Ink.AREA));
                if (!shown.thresholds().isEmpty()) {
                    line.breaches(shown.threshold(), ink(Ink.BREACH), ink(Ink.ALARM_BAND));
                }
            }
            line.line(new Stroke(place, ink(Stroke.ink(place))));
        }
        graphics.restore();
    }

    /** The greatest value in sight. */
    private double most(ChartData shown) {
        double most = 0;
        for (ChartSeries series : shown.series()) {
            Samples samples = series.samples();
            int end = samples.after(window.span().end().toEpochMilli());
            for (int point = samples.after(window.span().start().toEpochMilli() - 1); point < end; point++) {
                most = Math.max(most, samples.value(point));
            }
        }
        return most;
    }

    private static double highest(ChartData shown) {
        return shown.thresholds().stream().mapToDouble(Threshold::value).max().orElse(Double.NaN);
    }
}
