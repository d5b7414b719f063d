package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing.Ink;
import javafx.scene.paint.Color;

/** How a series is told from the others: by its colour and by its dashes. */
final class Stroke {
    private static final double[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}};
    private static final Ink[] INKS = {Ink.SERIES, Ink.SERIES_2, Ink.SERIES_3, Ink.SERIES_4};

    private final Color colour;
    private final double[] dashes;

    /** The stroke of the series at a place, in the colour of its ink. */
    Stroke(int place, Color colour) {
        this.colour = colour;
        this.dashes = DASHES[place % DASHES.length];
    }

    /** The ink of the series at a place. */
    static Ink ink(int place) {
        return INKS[place % INKS.length];
    }

    Color colour() {
        return colour;
    }

    /** Drawn and left out in turn, in pixels; empty for a whole line. */
    double[] dashes() {
        return dashes.clone();
    }

    /** Whether a column of pixels is drawn: dashes run from left to right, however steep the line is. */
    boolean drawn(long x) {
        double length = 0;
        for (double part : dashes) {
            length += part;
        }
        double at = length == 0 ? 0 : Math.floorMod(x, (long) length);
        boolean drawn = true;
        for (double part : dashes) {
            if (at < part) {
                return drawn;
            }
            at -= part;
            drawn = !drawn;
        }
        return true;
    }
}
