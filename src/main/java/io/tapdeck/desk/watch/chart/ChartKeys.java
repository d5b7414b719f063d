package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Panning and zooming with the keyboard: with Control the arrows move the window, 0 puts it back. */
public final class ChartKeys {
    private static final int PART = 4;
    private static final double ZOOM = 2;

    private ChartKeys() {}

    /** Does what a key means to a window; the event is consumed if it means anything. */
    public static void press(KeyEvent event, TimeWindow window) {
        TimeWindow.Span shown = window.span();
        Duration part = shown.length().dividedBy(PART);
        boolean used = true;
        if (event.isControlDown() && event.getCode() == KeyCode.LEFT) {
            window.pan(part.negated());
        } else if (event.isControlDown() && event.getCode() == KeyCode.RIGHT) {
            window.pan(part);
        } else if (event.isControlDown() && event.getCode() == KeyCode.UP) {
            window.zoom(1 / ZOOM, around(window));
        } else if (event.isControlDown() && event.getCode() == KeyCode.DOWN) {
            window.zoom(ZOOM, around(window));
        } else if (event.getCode() == KeyCode.DIGIT0 || event.getCode() == KeyCode.NUMPAD0) {
            window.back();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** The crosshair, else the middle. */
    private static Instant around(TimeWindow window) {
        Instant crosshair = window.crosshairProperty().get();
        TimeWindow.Span shown = window.span();
        return crosshair != null ? crosshair : shown.start().plus(shown.length().dividedBy(2));
    }
}
