package io.tapdeck.desk.watch.chart;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints what lies behind the data: grid, numbers, times, gaps. */
final class GridPainter {
    private static final double TICK_ROOM = 70;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Captions captions;
    private final Color grid;
    private final Color words;

    GridPainter(GraphicsContext graphics, Plot plot, Captions captions, Color grid, Color words) {
        this.graphics = graphics;
        this.plot = plot;
        this.captions = captions;
        this.grid = grid;
        this.words = words;
    }

    /** Lines and numbers of the vertical axis. */
    void values() {
        begin();
        graphics.setTextAlign(TextAlignment.RIGHT);
        for (int line = 0; line <= plot.values().steps(); line++) {
            double y = Math.round(plot.y(plot.values().step() * line));
            graphics.setFill(grid);
            graphics.fillRect(plot.left(), y, Math.rint(plot.width()), 1);
            graphics.setFill(words);
            graphics.fillText(plot.values().label(line), plot.left() - Plot.NUMBERS_GAP, y + 0.5);
        }
    }

    /**
     * Lines and times of the horizontal axis.
     *
     * @param zoneName of a zone that is not the reader's; else empty
     * @param width of the whole chart, beyond which no time stands
     */
    void times(ZoneId zone, String zoneName, double width) {
        begin();
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(zoneName, plot.left() - Plot.NUMBERS_GAP, plot.timesY());
        graphics.setTextAlign(TextAlignment.CENTER);
        for (TimeTicks.Tick tick : TimeTicks.of(plot.time(), zone, TICK_ROOM)) {
            double x = Math.round(plot.left() + tick.x()) + 0.5;
            graphics.setFill(grid);
            graphics.fillRect(x - 0.5, plot.top(), 1, Math.rint(plot.height()));
            graphics.setFill(words);
            double half = captions.width(tick.label()) / 2;
            if (x - half >= (zoneName.isEmpty() ? 0 : plot.left() - Plot.NUMBERS_GAP / 2) && x + half <= width) {
                graphics.fillText(tick.label(), x, plot.timesY());
            }
        }
    }

    private void begin() {
        graphics.setFill(words);
        graphics.setTextBaseline(VPos.CENTER);
    }

    /** Shades the gaps. */
    void gaps(List<Gap> gaps, Color shade) {
        graphics.setFill(shade);
        for (Gap gap : gaps) {
            double from = plot.x(gap.from());
            graphics.fillRect(from, plot.top(), Math.max(1, plot.x(gap.to()) - from), plot.height());
        }
    }

    /** Says once, in the longest gap, what gaps are. */
    void gapWords(List<Gap> gaps, ChartData data, ZoneId zone) {
        gaps.stream().max(Comparator.comparing(Gap::length)).ifPresent(gap -> {
            String text = ChartWords.gap(gap, data, plot.time(), zone);
            double half = captions.width(text) / 2 + 4;
            double middle = (plot.x(gap.from()) + plot.x(gap.to())) / 2;
            double least = plot.left() + half;
            graphics.setFill(words);
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(
                    text, Math.clamp(middle, least, Math.max(least, plot.right() - half)), plot.bottom() - 12);
        });
    }
}
