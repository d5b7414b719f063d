package io.tapdeck.desk.watch;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The environment's name and states, the range, and whether the page reads by itself. */
final class WatchHead extends HBox {
    /** Below this width the button that pauses shows its glyph only. */
    private static final double NARROW = 1000;

    private final HBox tags = new HBox(8);
    private final Segments<Range> ranges;
    private final Button live;

    /**
     * The head of a page.
     *
     * @param change null where the session only reads
     */
    WatchHead(
            DeployedEnvironment environment,
            WatchModel model,
            @Nullable Runnable change,
            Runnable compare,
            Runnable alarms,
            Runnable atHand) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        tags.setAlignment(Pos.CENTER_LEFT);
        tags.setMinWidth(Region.USE_PREF_SIZE);
        ranges = new Segments<>(
                "Range", List.of(Range.values()), model.rangeProperty().get(), Range::label, model::range);
        model.rangeProperty().addListener((observed, before, now) -> ranges.choose(now));
        live = Buttons.secondary(
                "", null, () -> model.liveProperty().set(!model.liveProperty().get()));
        model.liveProperty().addListener((observed, before, now) -> showLive(now));
        showLive(model.liveProperty().get());
        live.contentDisplayProperty()
                .bind(widthProperty()
                        .map(width ->
                                width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String status = environment.status().name();
        getChildren()
                .addAll(
                        Texts.title(environment.key().suffix().toString()),
                        tags,
                        Texts.monoSmall(status, "td-muted"),
                        space,
                        ranges,
                        Buttons.icon(Icons.ALARMS, "Alarms, and who is told (A)", alarms),
                        Buttons.icon(Icons.NETWORK, "At hand: endpoints, secret, network (H)", atHand),
                        Buttons.icon(Icons.COMPARE, "Compare with another environment (C)", compare),
                        live);
        if (change != null) {
            getChildren().add(changeButton(change));
        }
    }

    private Button changeButton(Runnable change) {
        Button button = Buttons.secondary("Change…", Icons.CHANGE, change);
        button.setTooltip(new Tooltip("Change capacity, alarms and everything else that can be changed"));
        return button;
    }

    private void showLive(boolean on) {
        String words = on ? "Live, every minute" : "Paused";
        live.setText(words);
        live.setGraphic((on ? Icons.PAUSE : Icons.LIVE).view());
        live.setAccessibleText(on ? "Live, every minute. Pause reading" : "Paused. Read every minute");
        live.setTooltip(new Tooltip(on ? "Pause reading" : "Read every minute"));
    }

    void show(@Nullable Watch watch) {
        tags.getChildren().clear();
        long ringing = watch == null
                ? 0
                : watch.alarms().stream()
                        .filter(alarm -> alarm.state() == AlarmState.State.ALARM)
                        .count();
        if (ringing > 0) {
            tags.getChildren().add(new Tag(ringing == 1 ? "1 alarm" : ringing + " alarms", Icons.ALARM, "td-danger"));
        }
    }
}
