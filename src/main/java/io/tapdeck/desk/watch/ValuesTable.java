package io.tapdeck.desk.watch;

import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The values behind the charts, the newest first; what is missing says so. */
final class ValuesTable extends TableView<ValuesTable.Row> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private DateTimeFormatter time = TIME;
    private Set<String> whole = Set.of();

    /** All values of one period; a chart without a value is absent. */
    record Row(Instant at, Map<String, Double> values) {}

    ValuesTable(List<ChartDescription> charts, ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("td-values");
        setAccessibleText("Values as a table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("Time", row -> time.format(row.at().atZone(this.zone)), "td-time"));
        for (ChartDescription chart : charts) {
            String unit = chart.metric().unit();
            getColumns()
                    .add(column(
                            unit.isEmpty() ? chart.title() : chart.title() + ", " + unit,
                            row -> text(chart.id(), row.values().get(chart.id())),
                            "td-value"));
        }
    }

    /** All values of a column have the same number of decimals, so that they stand under one another. */
    private String text(String chartId, @Nullable Double value) {
        if (value == null) {
            return "no data";
        }
        return String.format(Locale.ROOT, whole.contains(chartId) ? "%.0f" : "%.1f", value);
    }

    private static TableColumn<Row, String> column(String title, Function<Row, String> text, String styleClass) {
        TableColumn<Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.getStyleClass().add(styleClass);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    void show(Watch watch, Range range) {
        time = range.length().toHours() <= 12 ? TIME : DAY;
        whole = watch.series().stream()
                .filter(series -> series.points().stream().allMatch(point -> point.value() == Math.rint(point.value())))
                .map(Series::chartId)
                .collect(Collectors.toUnmodifiableSet());
        getItems().setAll(rows(watch));
    }

    /** One row per time at which any chart has a value, the newest first. */
    static List<Row> rows(Watch watch) {
        Map<Instant, Map<String, Double>> byTime = new TreeMap<>(Comparator.reverseOrder());
        for (Series series : watch.series()) {
            series.points()
                    .forEach(point -> byTime.computeIfAbsent(point.at(), at -> new HashMap<>())
                            .put(series.chartId(), point.value()));
        }
        return byTime.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), Map.copyOf(entry.getValue())))
                .toList();
    }
}
