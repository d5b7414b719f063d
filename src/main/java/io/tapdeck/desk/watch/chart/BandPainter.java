package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.AlarmState.State;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints alarm states: green, red, hatched grey. */
final class BandPainter {
    /** A shorter alarm is drawn this wide. */
    private static final double LEAST_ALARM = 3;

    private final GraphicsContext graphics;
    private final Color ok;
    private final Color alarm;
    private final Color nodata;
    private final Color hatch;

    BandPainter(GraphicsContext graphics, Color ok, Color alarm, Color nodata, Color hatch) {
        this.graphics = graphics;
        this.ok = ok;
        this.alarm = alarm;
        this.nodata = nodata;
        this.hatch = hatch;
    }

    /** Segments of a height around one middle; those in ALARM may be higher, so that they are seen first. */
    void paint(
            List<AlarmBand.Segment> band, TimeScale time, double left, double top, double height, double alarmHeight) {
        // The loudest last: over a long range an alarm of minutes must not vanish under what comes after it.
        for (State state : List.of(State.OK, State.INSUFFICIENT_DATA, State.ALARM)) {
            band.stream()
                    .filter(segment -> segment.state() == state)
                    .forEach(segment -> paint(segment, time, left, top, height, alarmHeight));
        }
    }

    private void paint(
            AlarmBand.Segment segment, TimeScale time, double left, double top, double height, double alarmHeight) {
        boolean rings = segment.state() == State.ALARM;
        double from = Math.rint(left + time.within(segment.from()));
        double to = Math.rint(left + time.within(segment.to()));
        double high = rings ? alarmHeight : height;
        double y = top + (height - high) / 2;
        double width = Math.max(rings ? LEAST_ALARM : 1, to - from - 1);
        double x = Math.min(from, left + time.width() - width);
        graphics.setFill(
                switch (segment.state()) {
                    case OK -> ok;
                    case ALARM -> alarm;
                    case INSUFFICIENT_DATA -> nodata;
                });
        graphics.fillRoundRect(x, y, width, high, 2, 2);
        if (segment.state() == State.INSUFFICIENT_DATA) {
            paintHatch(x, y, width, high);
        }
    }

    private void paintHatch(double x, double y, double width, double height) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
        graphics.setStroke(hatch);
        graphics.setLineWidth(1);
        for (double start = x - height; start < x + width; start += 5) {
            graphics.strokeLine(start, y + height, start + height, y);
        }
        graphics.restore();
    }
}
