package io.tapdeck.desk.compare;

import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.watch.WatchModel;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.ChartKeys;
import io.tapdeck.desk.watch.chart.ChartSeries;
import io.tapdeck.desk.watch.chart.MetricChart;
import io.tapdeck.desk.watch.chart.Threshold;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One metric of both sides on one chart, or its values; which metric and which range is chosen above it. */
final class ComparedChart extends VBox {
    /** More than these are chosen from a list: their names side by side would not fit. */
    private static final int FEW = 5;

    private static final int SKELETON_ROWS = 4;
    private static final double SKELETON_ROW = 44;

    private final CompareModel model;
    private final List<ChartDescription> charts;
    private final TimeWindow window;
    private final MetricChart chart;
    private final ComparedValues values;
    private final LegendEntry left = new LegendEntry(true);
    private final LegendEntry right = new LegendEntry(false);
    private final FlowPane legend = new FlowPane(24, 4, left, right);
    private final StackPane body = new StackPane();
    private @Nullable ChartData shown;
    private int chosen;
    private boolean asTable;
    private Runnable reflect = () -> {};

    /** A chart of two sides that have at least one metric in common. */
    ComparedChart(CompareModel model, TimeWindow window) {
        super(8);
        this.model = model;
        this.charts = model.charts();
        this.window = window;
        this.chart = new MetricChart(window);
        this.values = new ComparedValues(window);
        getStyleClass().addAll("td-card", "td-chart-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        chart.labelled(true);
        chart.setMinHeight(160);
        body.setMinHeight(160);
        Segments<Range> ranges = new Segments<>(
                "Range", List.of(Range.values()), model.rangeProperty().get(), Range::label, model::range);
        model.rangeProperty().addListener((observed, before, now) -> ranges.choose(now));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox choices = new HBox(8, metrics(), space, ranges);
        choices.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(choices, legend, body);
        setOnMousePressed(event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> ChartKeys.press(event, window));
        window.crosshairProperty().addListener(observed -> showValues());
        show();
    }

    private Node metrics() {
        if (charts.size() <= FEW) {
            Segments<ChartDescription> segments =
                    new Segments<>("Metric", charts, charts.getFirst(), ChartDescription::title, this::choose);
            reflect = () -> segments.choose(charts.get(chosen));
            return segments;
        }
        ComboBox<ChartDescription> list = new ComboBox<>();
        list.getItems().setAll(charts);
        list.setAccessibleText("Metric");
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ChartDescription metric) {
                return metric == null ? "" : metric.title();
            }

            @Override
            public @Nullable ChartDescription fromString(String text) {
                return null;
            }
        });
        list.setValue(charts.getFirst());
        list.setOnAction(event -> choose(list.getValue()));
        reflect = () -> list.setValue(charts.get(chosen));
        return list;
    }

    private void choose(ChartDescription metric) {
        choose(charts.indexOf(metric));
    }

    /** Shows the metric at a place; false if there is none. */
    boolean choose(int place) {
        if (place < 0 || place >= charts.size()) {
            return false;
        }
        if (place != chosen) {
            chosen = place;
            reflect.run();
            show();
        }
        return true;
    }

    /** How many metrics there are to choose from. */
    int metricCount() {
        return charts.size();
    }

    /** Shows the values instead of the chart, or the chart again. */
    void toggleValues() {
        asTable = !asTable;
        show();
        Region focus = asTable ? values : this;
        focus.requestFocus();
    }

    boolean asTable() {
        return asTable;
    }

    /** Shows what is known now. */
    void show() {
        List<Watch> watches = model.watches().stream()
                .flatMap(watch -> Stream.ofNullable(watch.watchProperty().get()))
                .toList();
        legend.setVisible(!watches.isEmpty());
        if (watches.isEmpty()) {
            body.getChildren().setAll(new Skeleton(SKELETON_ROWS, SKELETON_ROW));
            return;
        }
        Window home = model.home();
        window.home(home.start(), home.end());
        ChartData data = data();
        shown = data;
        chart.show(data);
        values.show(data);
        setAccessibleText(chart.getAccessibleText());
        CompareModel.Pair pair = model.pair();
        left.show(pair.leftName(), alarm(pair.left()), now(pair.left()));
        right.show(pair.rightName(), alarm(pair.right()), now(pair.right()));
        showValues();
        Region wanted = asTable ? values : chart;
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
    }

    private ChartData data() {
        ChartDescription metric = charts.get(chosen);
        CompareModel.Pair pair = model.pair();
        List<Threshold> thresholds = new ArrayList<>();
        alarm(pair.left()).ifPresent(alarm -> thresholds.add(new Threshold(alarm.threshold(), pair.leftName(), 0)));
        alarm(pair.right()).ifPresent(alarm -> thresholds.add(new Threshold(alarm.threshold(), pair.rightName(), 1)));
        return new ChartData(
                metric.title(),
                metric.metric().unit(),
                List.of(
                        ChartSeries.of(pair.leftName(), series(pair.left(), metric)),
                        ChartSeries.of(pair.rightName(), series(pair.right(), metric))),
                thresholds,
                List.of(),
                List.of(),
                List.of());
    }

    private Series series(SideModel side, ChartDescription metric) {
        return watch(side)
                .flatMap(watch -> watch.series(metric.id()))
                .orElseGet(() ->
                        new Series(metric.id(), model.rangeProperty().get().period(), List.of()));
    }

    /** The alarm whose threshold belongs to the metric: each side's own blueprint says which. */
    private Optional<AlarmState> alarm(SideModel side) {
        Blueprint blueprint = side.side().blueprint();
        String id = charts.get(chosen).id();
        return blueprint == null
                ? Optional.empty()
                : blueprint.charts().stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .flatMap(candidate -> Stream.ofNullable(candidate.alarmId()))
                        .findFirst()
                        .flatMap(alarmId -> watch(side).flatMap(watch -> watch.alarm(alarmId)));
    }

    private static Optional<Watch> watch(SideModel side) {
        return Optional.ofNullable(side.watch())
                .flatMap(
                        measured -> Optional.ofNullable(measured.watchProperty().get()));
    }

    private static Instant now(SideModel side) {
        WatchModel measured = side.watch();
        return measured == null
                ? side.side().clock().instant()
                : measured.nowProperty().get();
    }

    private void showValues() {
        ChartData data = shown;
        if (data != null) {
            Instant at = window.crosshairProperty().get();
            left.point(data.series().get(0).samples(), at, data.unit(), data.threshold(0));
            right.point(data.series().get(1).samples(), at, data.unit(), data.threshold(1));
        }
    }
}
