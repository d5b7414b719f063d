package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Metrics over time: lines, thresholds, breaches, gaps and the alarm's states. What it looks at it shares with the other
 * charts of its {@link TimeWindow}. Painted again at most once a pulse; the data not at all for crosshair and threshold.
 */
public final class MetricChart extends Drawing {
    private static final double LEAST_HEIGHT = 120;
    private static final double LEAST_MARK = 7;

    private final TimeWindow window;
    private final Captions captions = new Captions();
    private final Tuning tuning = new Tuning(this::tuned);
    private final Overlay overlay;
    private final ThresholdHandle handle = new ThresholdHandle(tuning::step);
    private final ChartPointer pointer;
    private final List<Trace> traces = new ArrayList<>();
    private @Nullable ChartData data;
    private @Nullable Plot plot;
    private @Nullable Region callOut;
    private boolean labelled;

    /** An empty chart that looks at a window. */
    public MetricChart(TimeWindow window) {
        this.window = window;
        this.overlay = new Overlay(window, tuning, captions);
        this.pointer = new ChartPointer(this, window, tuning, () -> plot);
        setMinSize(0, LEAST_HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(overlay, handle);
        handle.setVisible(false);
        window.spanProperty().addListener(observed -> repaint());
        window.zoneProperty().addListener(observed -> repaint());
        pointer.listen();
    }

    /** Shows new data. */
    public void show(ChartData shown) {
        boolean otherSpansOnly = data != null && data.withSpans(shown.spans()).equals(shown);
        data = shown;
        tuning.own(shown.threshold());
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
        if (otherSpansOnly && plot != null) {
            overlay.above(shown, plot, traces.getFirst());
        } else {
            setAccessibleText(ChartWords.summary(shown, window.span()));
            repaint();
        }
    }

    /** Whether this is the one chart that names the crosshair's time and what its gaps are. */
    public void labelled(boolean yes) {
        labelled = yes;
        overlay.labelled(yes);
        repaint();
    }

    /** Lets the alarm's threshold be moved; null puts it back and fixes it. */
    public void tune(@Nullable ThresholdDrag drag) {
        tuning.allow(drag);
    }

    /** Tries a threshold that was chosen elsewhere, without telling it; {@link Double#NaN} puts it back. */
    public void propose(double value) {
        tuning.propose(value);
        repaint();
    }

    /** Focuses the threshold's grip, so that the arrow keys move it. */
    public void focusHandle() {
        handle.requestFocus();
    }

    /** Lays a card over the plot, where it hides no data; null takes it away. */
    public void callOut(@Nullable Region card) {
        Region before = callOut;
        if (before != null && !before.equals(card)) {
            getChildren().remove(before);
        }
        if (card != null && !card.equals(before)) {
            card.setManaged(false);
            card.setMouseTransparent(true);
            getChildren().add(card);
        }
        callOut = card;
        repaint();
    }

    /** What it shows; null before there is any. */
    @Nullable
    ChartData data() {
        return data;
    }

    /** Where its data stands; null before it was painted. */
    @Nullable
    Plot plot() {
        return plot;
    }

    private void tuned() {
        overlay.refresh();
        placeHandle();
        if (!pointer.holdsThreshold()) {
            // The axis may have to reach further; while the mouse holds the line, it stays where it is.
            repaint();
        }
    }

    /** The mouse let the threshold go. */
    void released() {
        repaint();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        placeHandle();
        Plot area = plot;
        ChartData shown = data;
        if (callOut != null && area != null && shown != null) {
            new CallOut(
                            area,
                            traces.getFirst(),
                            FlagPainter.flags(shown.spans(), area),
                            List.of(tuning.value(), shown.threshold()))
                    .lay(callOut);
        }
    }

    private void placeHandle() {
        ChartData shown = data;
        Plot area = plot;
        handle.setVisible(tuning.possible());
        if (shown != null && area != null && tuning.possible()) {
            handle.stand(
                    shown.title(),
                    Amount.of(tuning.value(), shown.unit()),
                    tuning.moved(),
                    area,
                    area.y(tuning.value()));
        }
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ChartData shown = data;
        if (shown == null) {
            return;
        }
        Plot area = area(shown, width, height);
        plot = area;
        graphics.setFont(CAPTION);
        var grid = new GridPainter(graphics, area, captions, ink(Ink.GRID), ink(Ink.MUTED));
        grid.values();
        grid.times(window.zoneProperty().get(), window.zoneName(), width);
        List<Gap> gaps = Gap.of(shown, window.span());
        grid.gaps(gaps, ink(Ink.NODATA, 0.3));
        paintData(graphics, area, shown);
        // A chart without any value says so itself: nothing else on it does.
        if (labelled || shown.empty()) {
            grid.gapWords(gaps, shown, window.zoneProperty().get());
        }
        var lines = new ThresholdPainter(graphics, area, traces, captions);
        for (int place = shown.thresholds().size() - 1; place >= 0; place--) {
            if (place > 0 || !tuning.moved()) {
                lines.paint(shown.thresholds().get(place), shown, place == 0, ink(Ink.THRESHOLD));
            }
        }
        if (shown.series().size() > 1) {
            new SeriesLabels(graphics, area, captions).paint(shown, this::ink);
        }
        new BandPainter(graphics, ink(Ink.OK_BAND), ink(Ink.ALARM_BAND), ink(Ink.NODATA), ink(Ink.MUTED))
                .paint(shown.band(), area.time(), area.left(), area.bandTop(), 6, 6);
        overlay.above(shown, area, traces.getFirst());
    }

    private Plot area(ChartData shown, double width, double height) {
        TimeScale rough = new TimeScale(window.span().start(), window.span().end(), width);
        Plot before = plot;
        if (before != null && before.time().width() > 1) {
            rough = new TimeScale(rough.start(), rough.end(), before.width());
        }
        double most = 0;
        for (Trace trace : traces) {
            most = Math.max(most, trace.most(rough));
        }
        double highest = tuning.moved() ? tuning.value() : Double.NaN;
        for (Threshold threshold : shown.thresholds()) {
            highest = Double.isNaN(highest) ? threshold.value() : Math.max(highest, threshold.value());
        }
        ValueScale values = before != null && pointer.holdsThreshold()
                ? before.values()
                : ValueScale.of(most, highest, shown.unit());
        double numbers = 0;
        for (int line = 0; line <= values.steps(); line++) {
            numbers = Math.max(numbers, captions.width(values.label(line)));
        }
        return Plot.of(window.span(), values, numbers, width, height);
    }

    private void paintData(GraphicsContext graphics, Plot area, ChartData shown) {
        for (int place = traces.size() - 1; place >= 0; place--) {
            var line = new LinePainter(graphics, area, traces.get(place));
            if (place == 0) {
                line.area(ink(Ink.AREA));
            }
            double threshold = shown.threshold(place);
            if (!Double.isNaN(threshold) && !tuning.moved()) {
                line.breaches(threshold, ink(Ink.BREACH), ink(Ink.ALARM_BAND));
            }
            line.line(new Stroke(place, ink(Stroke.ink(place))));
        }
        if (!tuning.moved()) {
            paintMarks(graphics, area, shown);
        }
    }

    /** A dot on each datapoint that breached, a ring on the threshold for one that is missing and counts as breaching. */
    private void paintMarks(GraphicsContext graphics, Plot area, ChartData shown) {
        for (BreachMark mark : shown.marks()) {
            double from = area.x(mark.from());
            double to = area.x(mark.to());
            if (to - from >= LEAST_MARK && from + to > 2 * area.left() && from + to < 2 * area.right()) {
                double x = (from + to) / 2;
                boolean missing = Double.isNaN(mark.value());
                double y = area.y(missing ? shown.threshold() : mark.value());
                graphics.setFill(ink(Ink.BACKGROUND));
                graphics.fillOval(x - 3.5, y - 3.5, 7, 7);
                graphics.setFill(ink(Ink.ALARM_BAND));
                graphics.fillOval(x - 2.5, y - 2.5, 5, 5);
                if (missing) {
                    graphics.setFill(ink(Ink.BACKGROUND));
                    graphics.fillOval(x - 1.25, y - 1.25, 2.5, 2.5);
                }
            }
        }
    }
}
