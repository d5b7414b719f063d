package io.tapdeck.desk.watch.chart;

import java.util.ArrayList;
import java.util.List;

/** Tapdeck's chart. */
final class OurChart implements ChartRival {
    private final TimeWindow window;
    private final GrowingLoad load;
    private final boolean leads;
    private final MetricChart chart;
    private final List<Samples> samples = new ArrayList<>();

    /**
     * A chart.
     *
     * @param leads whether it is the one that moves the window that it shares with others
     */
    OurChart(TimeWindow window, GrowingLoad load, boolean leads) {
        this.window = window;
        this.leads = leads;
        this.load = load;
        this.chart = new MetricChart(window);
        for (int place = 0; place < load.count(); place++) {
            samples.add(Samples.of(load.series(place)));
        }
        show();
    }

    private void show() {
        List<ChartSeries> series = new ArrayList<>();
        for (int place = 0; place < samples.size(); place++) {
            series.add(new ChartSeries("line " + place, samples.get(place)));
        }
        chart.show(new ChartData("load", "%", series, List.of(Threshold.of(90)), List.of(), List.of(), List.of()));
    }

    @Override
    public MetricChart region() {
        return chart;
    }

    @Override
    public void append() {
        load.advance();
        for (int place = 0; place < samples.size(); place++) {
            samples.set(place, samples.get(place).growTo(load.series(place)));
        }
        window.home(load.start(), load.end());
        show();
    }

    @Override
    public void pan(int direction) {
        if (leads) {
            window.pan(window.span().length().dividedBy(PART).multipliedBy(direction));
        }
    }
}
