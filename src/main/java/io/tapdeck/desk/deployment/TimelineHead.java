package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Drawing;
import java.time.Instant;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The minutes above the timeline, and "now". */
final class TimelineHead extends Drawing {
    private static final double CHIP = 28;
    private static final double WIDE_CHIP = 54;

    private @Nullable TimelineAxis axis;
    private @Nullable Instant now;
    private boolean old;

    /**
     * Shows a scale.
     *
     * @param current where the line of the time stands, or null for none
     * @param lastSeen whether that is not now, but when AWS was last heard
     */
    void show(TimelineAxis scale, @Nullable Instant current, boolean lastSeen) {
        axis = scale;
        now = current;
        old = lastSeen;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        TimelineAxis scale = axis;
        if (scale == null) {
            return;
        }
        double middle = height / 2;
        double chip = old ? WIDE_CHIP : CHIP;
        double at = now == null ? Double.NaN : scale.x(now);
        graphics.setFont(CAPTION);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(ink(Ink.MUTED));
        var ticks = scale.ticks();
        for (int index = 0; index < ticks.size(); index++) {
            TimelineAxis.Tick tick = ticks.get(index);
            boolean first = index == 0;
            boolean last = index == ticks.size() - 1;
            // A label under the chip gives way to it.
            if (Math.abs(tick.x() - at) < chip) {
                continue;
            }
            graphics.setTextAlign(first ? TextAlignment.LEFT : TextAlignment.CENTER);
            double x = last && !first ? Math.min(tick.x(), width - 22) : tick.x();
            graphics.fillText(tick.label(), x, middle);
        }
        if (!Double.isNaN(at)) {
            double left = Math.clamp(at - chip / 2, 0, Math.max(0, width - chip));
            graphics.setFill(ink(Ink.ACCENT));
            graphics.fillRoundRect(left, middle - 6, chip, height - middle + 3, 6, 6);
            graphics.setFill(ink(Ink.ON_EMPHASIS));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(old ? "last seen" : "now", left + chip / 2, middle + 2);
        }
    }
}
