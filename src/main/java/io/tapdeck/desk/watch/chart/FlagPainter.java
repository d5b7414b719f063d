package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints the spans of a back-test over the data, with their numbers on flags above. */
final class FlagPainter {
    /** A shorter span is drawn this wide. */
    private static final double LEAST_WIDTH = 8;

    private static final double FLAG = 16;

    private final GraphicsContext graphics;
    private final Plot plot;

    FlagPainter(GraphicsContext graphics, Plot plot) {
        this.graphics = graphics;
        this.plot = plot;
    }

    /**
     * Flags that have no room beside each other are one.
     *
     * @param from left edge of the first of its spans
     * @param to right edge of the last
     */
    record Flag(double from, double to, int first, int last) {
        double middle() {
            return (from + to) / 2;
        }

        String words() {
            return first == last ? Integer.toString(first) : first + "–" + last;
        }

        double width() {
            return first == last ? FLAG : FLAG + 8 + 6.0 * (words().length() - 2);
        }

        private boolean meets(Flag next) {
            return next.middle() - next.width() / 2 < middle() + width() / 2 + 2;
        }
    }

    /** The flags of all spans that are in sight, from left to right. */
    static List<Flag> flags(List<AlarmSpan> spans, Plot plot) {
        List<Flag> flags = new ArrayList<>();
        for (AlarmSpan span : spans) {
            double left = plot.x(span.from());
            double right = plot.x(span.to());
            if (right < plot.left() || left > plot.right()) {
                continue;
            }
            Flag flag =
                    new Flag(Math.max(left, plot.left()), Math.min(right, plot.right()), span.number(), span.number());
            while (!flags.isEmpty() && flags.getLast().meets(flag)) {
                Flag before = flags.removeLast();
                flag = new Flag(before.from(), flag.to(), before.first(), flag.last());
            }
            flags.add(flag);
        }
        return flags;
    }

    void paint(List<AlarmSpan> spans, Color shade, Color flagged, Color words) {
        graphics.setFill(shade);
        for (AlarmSpan span : spans) {
            double left = Math.max(plot.x(span.from()), plot.left());
            double right = Math.min(plot.x(span.to()), plot.right());
            if (right >= plot.left() && left <= plot.right()) {
                double width = Math.max(LEAST_WIDTH, right - left);
                graphics.fillRect((left + right - width) / 2, plot.top(), width, plot.height());
            }
        }
        graphics.setFont(Drawing.CAPTION);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        for (Flag flag : flags(spans, plot)) {
            double y = plot.top() + 10;
            double half = flag.width() / 2;
            double x = Math.clamp(flag.middle(), plot.left() + half, plot.right() - half);
            graphics.setFill(flagged);
            graphics.fillRoundRect(x - half, y - FLAG / 2, flag.width(), FLAG, FLAG, FLAG);
            graphics.setFill(words);
            graphics.fillText(flag.words(), x, y + 0.5);
        }
    }
}
