package io.tapdeck.desk.compare;

import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.Samples;
import io.tapdeck.desk.watch.chart.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The values behind the chart, a column for each side, the newest first; what is missing says so. */
final class ComparedValues extends TableView<Instant> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final TimeWindow window;

    ComparedValues(TimeWindow window) {
        this.window = window;
        getStyleClass().add("td-values");
        setAccessibleText("Values as a table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    void show(ChartData data) {
        List<TableColumn<Instant, String>> columns = new ArrayList<>();
        ZoneId zone = window.zoneProperty().get();
        columns.add(column(
                window.zoneName().isEmpty() ? "Time" : "Time, " + window.zoneName(),
                at -> TIME.format(at.atZone(zone)),
                "td-time"));
        TreeSet<Instant> times = new TreeSet<>(Comparator.reverseOrder());
        data.series().forEach(series -> {
            Samples samples = series.samples();
            columns.add(column(series.name() + ", " + data.title(), at -> text(samples, at, data.unit()), "td-value"));
            for (int point = 0; point < samples.size(); point++) {
                times.add(samples.at(point));
            }
        });
        getColumns().setAll(columns);
        getItems().setAll(times);
    }

    private static String text(Samples samples, Instant at, String unit) {
        int point = samples.after(at.toEpochMilli()) - 1;
        return point >= 0 && samples.at(point).equals(at) ? Amount.of(samples.value(point), unit) : "no data";
    }

    private static TableColumn<Instant, String> column(
            String title, Function<Instant, String> text, String styleClass) {
        TableColumn<Instant, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.getStyleClass().add(styleClass);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
