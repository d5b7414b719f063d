package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.time.Instant;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** The states of all alarms over the range as one strip; ALARM stands out of it. */
public final class StateStrip extends Drawing {
    private static final double HEIGHT = 20;

    private List<AlarmBand.Segment> band = List.of();
    private Instant start = Instant.EPOCH;
    private Instant end = Instant.EPOCH;
    private @Nullable Instant crosshair;

    /** An empty strip. */
    public StateStrip() {
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Shows a band over a range. */
    public void show(List<AlarmBand.Segment> shown, Instant from, Instant to) {
        band = List.copyOf(shown);
        start = from;
        end = to;
        repaint();
    }

    /** Puts the crosshair at a time; null removes it. */
    public void crosshair(@Nullable Instant at) {
        crosshair = at;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        TimeScale time = new TimeScale(start, end, width);
        new BandPainter(graphics, ink(Ink.OK_BAND), ink(Ink.ALARM_BAND), ink(Ink.NODATA), ink(Ink.MUTED))
                .paint(band, time, 0, height / 2 - 3, 6, 12);
        if (crosshair != null) {
            graphics.setStroke(ink(Ink.MUTED));
            graphics.setLineWidth(1);
            double x = Math.round(time.within(crosshair)) + 0.5;
            graphics.strokeLine(x, 0, x, height);
        }
    }
}
