package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.ValueText;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** The values behind the charts, the newest first; what is missing says so. */
final class ValuesTable extends TableView<ValuesTable.Row> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    /** Room for a character of a time. */
    private static final double CHARACTER = 7;

    private final List<ChartDescription> charts;
    private final TimeWindow window;
    private ZoneId zone;
    private List<String> members = List.of();
    private DateTimeFormatter time = TIME;
    private Set<String> whole = Set.of();

    /**
     * All values of one period.
     *
     * @param values by line, see {@link #line}; one without a value is absent
     */
    record Row(Instant at, Map<String, Double> values) {}

    ValuesTable(List<ChartDescription> charts, TimeWindow window) {
        this.charts = List.copyOf(charts);
        this.window = window;
        this.zone = window.zoneProperty().get();
        getStyleClass().add("td-values");
        setAccessibleText("Values as a table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** One column for each line: a chart of several is a head over them. */
    private List<TableColumn<Row, String>> columns(Watch watch) {
        List<TableColumn<Row, String>> all = new ArrayList<>();
        TableColumn<Row, String> times = column(
                window.zoneName().isEmpty() ? "Time" : "Time, " + window.zoneName(),
                row -> time.format(row.at().atZone(zone)),
                "td-time");
        times.setMinWidth(time.format(watch.end().atZone(zone)).length() * CHARACTER + 2 * CHARACTER);
        all.add(times);
        for (ChartDescription chart : charts) {
            String unit = ValueText.unit(chart.metric().unit());
            String title = unit.isEmpty() ? chart.title() : chart.title() + ", " + unit;
            List<String> labels = present(watch.members(chart.id()));
            if (labels.isEmpty()) {
                all.add(column(title, chart, ""));
            } else {
                TableColumn<Row, String> head = new TableColumn<>(title);
                head.setReorderable(false);
                head.getColumns().add(column(LineNames.own(chart), chart, ""));
                labels.forEach(label -> head.getColumns().add(column(label, chart, label)));
                all.add(head);
            }
        }
        return all;
    }

    private static List<String> present(List<Series> members) {
        return members.stream()
                .filter(member -> !member.points().isEmpty())
                .map(Series::label)
                .toList();
    }

    private TableColumn<Row, String> column(String title, ChartDescription chart, String label) {
        String line = line(chart.id(), label);
        String unit = chart.metric().unit();
        return column(title, row -> text(line, row.values().get(line), unit), "td-value");
    }

    /** All values of a column have the same number of decimals, so that they stand under one another. */
    private String text(String line, @Nullable Double value, String unit) {
        if (value == null) {
            return "no data";
        }
        return String.format(Locale.ROOT, whole.contains(line) ? "%.0f" : "%.1f", ValueText.read(value, unit));
    }

    private static TableColumn<Row, String> column(String title, Function<Row, String> text, String styleClass) {
        TableColumn<Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.getStyleClass().add(styleClass);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    void show(Watch watch) {
        DateTimeFormatter before = time;
        ZoneId zoneBefore = zone;
        zone = window.zoneProperty().get();
        Duration length = Duration.between(watch.start(), watch.end());
        time = length.toHours() <= 12 ? TIME : length.toDays() <= 90 ? DAY : YEAR;
        whole = lines(watch)
                .filter(series -> series.points().stream().allMatch(point -> point.value() == Math.rint(point.value())))
                .map(series -> line(series.chartId(), series.label()))
                .collect(Collectors.toUnmodifiableSet());
        List<String> present = watch.members().stream()
                .filter(member -> !member.points().isEmpty())
                .map(member -> line(member.chartId(), member.label()))
                .toList();
        if (getColumns().isEmpty() || !present.equals(members) || !before.equals(time) || !zoneBefore.equals(zone)) {
            members = present;
            getColumns().setAll(columns(watch));
        }
        Row read = firstRead();
        getItems().setAll(rows(watch));
        if (read != null) {
            getItems().stream()
                    .filter(row -> !row.at().isAfter(read.at()))
                    .findFirst()
                    .ifPresent(this::scrollTo);
        }
    }

    /** The row at the top of what the reader has scrolled to; null at the newest, where new rows are to be seen. */
    private @Nullable Row firstRead() {
        IndexedCell<?> first =
                lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getFirstVisibleCell() : null;
        return first == null
                        || first.getIndex() <= 0
                        || first.getIndex() >= getItems().size()
                ? null
                : getItems().get(first.getIndex());
    }

    private static Stream<Series> lines(Watch watch) {
        return Stream.concat(watch.series().stream(), watch.members().stream());
    }

    private static String line(String chartId, String label) {
        return chartId + " " + label;
    }

    /** One row per time at which any line has a value, the newest first. */
    static List<Row> rows(Watch watch) {
        Map<Instant, Map<String, Double>> byTime = new TreeMap<>(Comparator.reverseOrder());
        lines(watch)
                .forEach(series -> series.points()
                        .forEach(point -> byTime.computeIfAbsent(point.at(), at -> new HashMap<>())
                                .put(line(series.chartId(), series.label()), point.value())));
        return byTime.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), Map.copyOf(entry.getValue())))
                .toList();
    }
}
