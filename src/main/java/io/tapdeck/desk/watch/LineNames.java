package io.tapdeck.desk.watch;

import io.tapdeck.environment.ChartDescription;
import java.util.Locale;

/** What the lines of a chart are called beside one another. */
final class LineNames {
    private LineNames() {}

    /** The chart's own among its members: by what it makes of them, such as "average". */
    static String own(ChartDescription chart) {
        return chart.metric().statistic().toLowerCase(Locale.ROOT);
    }
}
