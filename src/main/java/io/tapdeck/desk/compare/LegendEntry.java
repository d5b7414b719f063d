package io.tapdeck.desk.compare;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.watch.AlarmTag;
import io.tapdeck.desk.watch.WatchWords;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.Samples;
import io.tapdeck.monitor.AlarmState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A side's line over the chart: how it is drawn, its name, its value at the crosshair, its alarm's state and rule. */
final class LegendEntry extends HBox {
    private final Label name = Texts.name("");
    private final Label value = Texts.numberStrong("–");
    private final StackPane state = new StackPane();
    private final Label rule = Texts.number("", "td-number-small", "td-muted");

    LegendEntry(boolean left) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Swatch(left), name, value, state, rule);
    }

    void show(String side, Optional<AlarmState> alarm, Instant now) {
        name.setText(side);
        state.getChildren().setAll(AlarmTag.of(alarm, now));
        rule.setText(alarm.map(WatchWords::rule).orElse(""));
    }

    /** Shows the value at a time, or the newest. */
    void point(Samples samples, @Nullable Instant at, String unit, double threshold) {
        OptionalInt point = at != null
                ? samples.nearest(at)
                : samples.size() == 0 ? OptionalInt.empty() : OptionalInt.of(samples.size() - 1);
        value.setText(point.isEmpty() ? "–" : Amount.of(samples.value(point.getAsInt()), unit));
        value.getStyleClass().remove("td-danger");
        if (point.isPresent() && samples.value(point.getAsInt()) >= threshold) {
            value.getStyleClass().add("td-danger");
        }
    }
}
