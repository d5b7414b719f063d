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

    private @Nullable TimelineAxis axis;
    private @Nullable Instant now;

    void show(TimelineAxis scale, @Nullable Instant current) {
        axis = scale;
        now = current;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        TimelineAxis scale = axis;
        if (scale == null) {
            return;
        }
        double middle = height / 2;
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
            if (Math.abs(tick.x() - at) < CHIP) {
                continue;
            }
            graphics.setTextAlign(first ? TextAlignment.LEFT : TextAlignment.CENTER);
            double x = last && !first ? Math.min(tick.x(), width - 22) : tick.x();
            graphics.fillText(tick.label(), x, middle);
        }
        if (!Double.isNaN(at)) {
            double left = Math.clamp(at - CHIP / 2, 0, Math.max(0, width - CHIP));
            graphics.setFill(ink(Ink.ACCENT));
            graphics.fillRoundRect(left, middle - 6, CHIP, height - middle + 3, 6, 6);
            graphics.setFill(ink(Ink.ON_EMPHASIS));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText("now", left + CHIP / 2, middle + 2);
        }
    }
}
