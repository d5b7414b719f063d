package io.tapdeck.desk.watch.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.CircularDoubleErrorDataSet;
import io.tapdeck.monitor.Series.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** ChartFX, set as its own sample of rolling data: circular buffers, no error bars, no markers, fixed axes. */
final class ChartFxRival implements ChartRival {
    private final GrowingLoad load;
    private final DefaultNumericAxis times = new DefaultNumericAxis();
    private final XYChart chart;
    private final List<CircularDoubleErrorDataSet> lines = new ArrayList<>();

    ChartFxRival(GrowingLoad load) {
        this.load = load;
        DefaultNumericAxis values = new DefaultNumericAxis(0, 120, 20);
        values.setAutoRanging(false);
        times.setAutoRanging(false);
        times.setTimeAxis(true);
        chart = new XYChart(times, values);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setDrawMarker(false);
        for (int place = 0; place < load.count(); place++) {
            CircularDoubleErrorDataSet line = new CircularDoubleErrorDataSet(
                    "line " + place, load.all(place).size());
            load.all(place).forEach(point -> add(line, point));
            lines.add(line);
            renderer.getDatasets().add(line);
        }
        chart.getRenderers().setAll(renderer);
        bounds(seconds(load.start().toEpochMilli()), seconds(load.end().toEpochMilli()));
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    private static void add(CircularDoubleErrorDataSet line, Point point) {
        line.add(seconds(point.at().toEpochMilli()), point.value(), 0, 0);
    }

    private void bounds(double from, double to) {
        times.set(from, to);
    }

    @Override
    public Region region() {
        return chart;
    }

    @Override
    public void append() {
        load.advance();
        for (int place = 0; place < lines.size(); place++) {
            add(lines.get(place), load.newest(place));
        }
        bounds(seconds(load.start().toEpochMilli()), seconds(load.end().toEpochMilli()));
    }

    @Override
    public void pan(int direction) {
        double by = (times.getMax() - times.getMin()) / PART * direction;
        bounds(times.getMin() + by, times.getMax() + by);
    }
}
