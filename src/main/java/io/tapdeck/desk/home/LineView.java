package io.tapdeck.desk.home;

import io.tapdeck.desk.common.SparkLine;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
        getChildren().addAll(spark, value, none);
        Tooltip.install(this, title);
    }

    void show(EnvironmentRow row, Instant now) {
        boolean measured = row.line().isPresent();
        present(spark, measured);
        present(value, measured);
        present(none, !measured);
        if (!measured) {
            title.setText("Nothing was measured yet");
            return;
        }
        // To the minute: a pixel is a quarter of an hour, and the same line must not be painted again.
        spark.show(row.line().orElseThrow(), now.truncatedTo(ChronoUnit.MINUTES), DAY, threshold(row));
        value.setText(ValueText.of(row.lastValue().orElse(0.0), row.unit()));
        // A count has no unit that would say what it counts.
        title.setText(row.lineTitle());
    }

    private static void present(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
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
