package io.tapdeck.desk.watch.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Points without a gap between them.
 *
 * @param end behind the last
 */
record Run(int first, int end) {
    /** The runs on a scale, and a point more at each side, so that the line goes on to the edges. */
    static List<Run> of(Samples samples, TimeScale scale) {
        int from = Math.max(0, samples.after(scale.start().toEpochMilli() - 1) - 1);
        int to = Math.min(samples.size(), samples.after(scale.end().toEpochMilli()) + 1);
        List<Run> runs = new ArrayList<>();
        int first = from;
        for (int point = from + 1; point <= to; point++) {
            if (point == to || samples.gapBefore(point)) {
                runs.add(new Run(first, point));
                first = point;
            }
        }
        return runs;
    }

    boolean lonely() {
        return end == first + 1;
    }
}
