package io.tapdeck.desk.watch.chart;

import io.tapdeck.monitor.Series.Point;
import java.util.List;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Region;

/** JavaFX's chart, set for speed: no animation, no symbols, no sorting, fixed axes. */
final class LineChartRival implements ChartRival {
    private final GrowingLoad load;
    private final NumberAxis times = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(times, new NumberAxis(0, 120, 20));

    LineChartRival(GrowingLoad load) {
        this.load = load;
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setAxisSortingPolicy(LineChart.SortingPolicy.NONE);
        chart.setLegendVisible(false);
        times.setAutoRanging(false);
        times.setAnimated(false);
        for (int place = 0; place < load.count(); place++) {
            List<XYChart.Data<Number, Number>> data =
                    load.all(place).stream().map(LineChartRival::data).toList();
            XYChart.Series<Number, Number> line = new XYChart.Series<>();
            line.getData().setAll(data);
            chart.getData().add(line);
        }
        bounds((double) load.start().toEpochMilli(), (double) load.end().toEpochMilli());
    }

    private static XYChart.Data<Number, Number> data(Point point) {
        return new XYChart.Data<>(point.at().toEpochMilli(), point.value());
    }

    private void bounds(double from, double to) {
        times.setLowerBound(from);
        times.setUpperBound(to);
        times.setTickUnit((to - from) / 8);
    }

    @Override
    public Region region() {
        return chart;
    }

    @Override
    public void append() {
        load.advance();
        for (int place = 0; place < load.count(); place++) {
            List<XYChart.Data<Number, Number>> line = chart.getData().get(place).getData();
            line.removeFirst();
            line.add(data(load.newest(place)));
        }
        bounds((double) load.start().toEpochMilli(), (double) load.end().toEpochMilli());
    }

    @Override
    public void pan(int direction) {
        double by = (times.getUpperBound() - times.getLowerBound()) / PART * direction;
        bounds(times.getLowerBound() + by, times.getUpperBound() + by);
    }
}
