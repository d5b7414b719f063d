package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run does within one column of pixels. Drawn from its least to its greatest value, it shows every peak, however
 * many points share the column.
 *
 * @param x the column
 * @param least lowest value in it
 * @param most highest value in it
 * @param last the value with which the next column begins
 */
public record Column(int x, double least, double most, double last) {

    /**
     * One column per pixel that has a point. A column also reaches to where the one before it ended, so that a steep
     * line has no holes.
     */
    public static List<Column> of(List<Point> run, TimeScale scale) {
        List<Column> columns = new ArrayList<>();
        for (Point point : run) {
            int x = (int) Math.floor(scale.within(point.at()));
            double value = point.value();
            if (!columns.isEmpty() && columns.getLast().x == x) {
                Column column = columns.removeLast();
                columns.add(new Column(x, Math.min(column.least, value), Math.max(column.most, value), value));
            } else if (columns.isEmpty()) {
                columns.add(new Column(x, value, value, value));
            } else {
                double before = columns.getLast().last;
                columns.add(new Column(x, Math.min(before, value), Math.max(before, value), value));
            }
        }
        return columns;
    }
}
