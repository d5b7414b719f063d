package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and touch pad on a chart: the pointer is the crosshair, a drag pans or takes the threshold along, the wheel and a
 * pinch zoom at the pointer, two fingers sideways pan, a double click puts back.
 */
final class ChartPointer {
    /** So near to the threshold it is taken. */
    private static final double REACH = 6;

    /** A notch of a wheel is 40 pixels. */
    private static final double NOTCH = 40;

    private static final double ZOOM_OF_A_NOTCH = 1.25;

    private final MetricChart chart;
    private final TimeWindow window;
    private final Tuning tuning;
    private final Supplier<@Nullable Plot> plot;
    private @Nullable Grab grab;

    /** Where a drag began. */
    private record Grab(double x, Plot plot, TimeWindow.Span span, boolean threshold) {}

    ChartPointer(MetricChart chart, TimeWindow window, Tuning tuning, Supplier<@Nullable Plot> plot) {
        this.chart = chart;
        this.window = window;
        this.tuning = tuning;
        this.plot = plot;
    }

    void listen() {
        chart.setOnMouseMoved(this::move);
        chart.setOnMouseExited(event -> {
            if (grab == null) {
                window.crosshairProperty().set(null);
            }
        });
        chart.setOnMousePressed(this::press);
        chart.setOnMouseDragged(this::drag);
        chart.setOnMouseReleased(this::release);
        chart.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                window.back();
            }
        });
        chart.setOnScroll(this::scroll);
        chart.setOnZoom(this::pinch);
    }

    /** Whether the threshold is held by the mouse. */
    boolean holdsThreshold() {
        return grab != null && grab.threshold();
    }

    private void move(MouseEvent event) {
        Plot area = plot.get();
        if (area != null) {
            window.crosshairProperty().set(area.at(event.getX()));
            chart.setCursor(nearThreshold(event.getX(), event.getY(), area) ? Cursor.V_RESIZE : Cursor.DEFAULT);
        }
    }

    private boolean nearThreshold(double x, double y, Plot area) {
        return tuning.possible()
                && Math.abs(y - area.y(tuning.value())) <= REACH
                && x >= area.left()
                && x <= area.right() + REACH;
    }

    private void press(MouseEvent event) {
        Plot area = plot.get();
        if (area != null && event.getButton() == MouseButton.PRIMARY) {
            boolean threshold = nearThreshold(event.getX(), event.getY(), area);
            grab = new Grab(event.getX(), area, window.span(), threshold);
            if (threshold) {
                chart.focusHandle();
                // The card below would take the focus from the handle.
                event.consume();
            }
        }
    }

    private void drag(MouseEvent event) {
        Grab held = grab;
        if (held == null) {
            return;
        }
        if (held.threshold()) {
            tuning.moveTo(held.plot().value(event.getY()));
            return;
        }
        double pixels = held.x() - event.getX();
        long wanted = held.span().start().toEpochMilli()
                + Math.round(pixels * held.plot().time().millisPerPixel());
        window.pan(Duration.ofMillis(wanted - window.span().start().toEpochMilli()));
        chart.setCursor(Cursor.CLOSED_HAND);
    }

    private void release(MouseEvent event) {
        boolean threshold = holdsThreshold();
        grab = null;
        chart.setCursor(Cursor.DEFAULT);
        if (threshold) {
            tuning.drop();
            chart.released();
        }
    }

    private void scroll(ScrollEvent event) {
        Plot area = plot.get();
        if (area == null || (event.getDeltaX() == 0 && event.getDeltaY() == 0)) {
            return;
        }
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            window.pan(Duration.ofMillis(
                    Math.round(-event.getDeltaX() * area.time().millisPerPixel())));
        } else {
            zoom(Math.pow(ZOOM_OF_A_NOTCH, -event.getDeltaY() / NOTCH), event.getX(), area);
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        Plot area = plot.get();
        if (area != null && event.getZoomFactor() > 0) {
            zoom(1 / event.getZoomFactor(), event.getX(), area);
            event.consume();
        }
    }

    private void zoom(double factor, double x, Plot area) {
        window.zoom(factor, area.at(x));
        Plot after = plot.get();
        if (after != null) {
            window.crosshairProperty()
                    .set(new TimeScale(window.span().start(), window.span().end(), after.width())
                            .at(Math.clamp(x - after.left(), 0, after.width())));
        }
    }
}
