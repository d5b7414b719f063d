package io.tapdeck.desk.home;

import io.tapdeck.desk.common.SparkLine;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The small line of an environment and its newest value, or that there is none yet. */
final class LineView extends HBox {
    private static final Duration DAY = Duration.ofHours(24);

    private final SparkLine spark;
    private final Label value = Texts.number("");
    private final Label none = Texts.cell("no data yet", "td-muted");
    private final Tooltip title = new Tooltip();

    LineView(double width) {
        super(10);
        spark = new SparkLine(width);
        setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(this, title);
    }

    void show(EnvironmentRow row, Instant now) {
        if (row.line().isEmpty()) {
            getChildren().setAll(none);
            title.setText("Nothing was measured yet");
            return;
        }
        if (!getChildren().contains(spark)) {
            getChildren().setAll(spark, value);
        }
        spark.show(row.line().get(), now, DAY, threshold(row));
        value.setText(ValueText.of(row.lastValue().orElse(0.0), row.unit()));
        // A count has no unit that would say what it counts.
        title.setText(row.lineTitle());
    }

    /** Of the alarm that belongs to the line, while it rings. */
    private static double threshold(EnvironmentRow row) {
        return Optional.ofNullable(row.blueprint())
                .map(blueprint -> blueprint.charts().getFirst().alarmId())
                .flatMap(id -> row.alarms().stream()
                        .filter(alarm -> alarm.alarmId().equals(id) && alarm.state() == AlarmState.State.ALARM)
                        .findFirst())
                .map(AlarmState::threshold)
                .orElse(Double.NaN);
    }
}
