package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Writes the names of several lines to their right ends, so that nobody needs to know their colours. */
final class SeriesLabels {
    private static final double HEIGHT = 14;

    private final GraphicsContext graphics;
    private final Plot plot;
    private final Captions captions;

    SeriesLabels(GraphicsContext graphics, Plot plot, Captions captions) {
        this.graphics = graphics;
        this.plot = plot;
        this.captions = captions;
    }

    private record Name(int place, String words, double y) {}

    void paint(ChartData data, Function<Ink, Color> inks) {
        List<Name> names = new ArrayList<>();
        for (int place = 0; place < data.series().size(); place++) {
            Samples samples = data.series().get(place).samples();
            int last = samples.after(plot.time().end().toEpochMilli()) - 1;
            if (last >= 0 && plot.x(samples.time(last)) >= plot.left()) {
                double y = plot.y(samples.value(last)) - 9;
                names.add(new Name(place, data.series().get(place).name(), y));
            }
        }
        names.sort(Comparator.comparingDouble(Name::y));
        double free = plot.top() + HEIGHT / 2;
        graphics.setTextAlign(TextAlignment.RIGHT);
        for (int index = 0; index < names.size(); index++) {
            Name name = names.get(index);
            double room = plot.bottom() - (names.size() - index - 0.5) * HEIGHT;
            double y = Math.max(free, Math.min(name.y(), room));
            double width = captions.width(name.words());
            graphics.setFill(inks.apply(Ink.BACKGROUND).deriveColor(0, 1, 1, 0.85));
            // Round corners cost software rendering as much as a third of all lines, and nobody sees them here.
            graphics.fillRect(plot.right() - width - 12, y - HEIGHT / 2, width + 8, HEIGHT);
            graphics.setFill(inks.apply(Stroke.ink(name.place())));
            graphics.fillText(name.words(), plot.right() - 8, y);
            free = y + HEIGHT;
        }
    }
}
