package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.monitor.backtest.BackTestWords;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the tried threshold would have done, beside the line on the chart. */
public final class CallOutCard extends VBox {
    private final TuneModel model;
    private final Label times = Texts.numberStrong("");
    private final Label over = Texts.cell("", "td-muted");
    private final Label now = Texts.number("", "td-muted");

    /** A card that follows the model. */
    public CallOutCard(TuneModel model) {
        super(4);
        this.model = model;
        getStyleClass().add("td-call-out");
        HBox first = new HBox(6, times, over);
        first.setAlignment(Pos.BASELINE_LEFT);
        for (Label each : List.of(times, over, now)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(first, now);
        model.trialProperty().addListener(observed -> show());
        model.failureProperty().addListener(observed -> show());
        show();
    }

    private void show() {
        Trial trial = model.trialProperty().get();
        if (trial == null) {
            String failure = model.failureProperty().get();
            times.setText(failure.isEmpty() ? "Reading the history" : "Not counted");
            over.setText("");
            now.setText(failure);
        } else {
            BackTestWords words = BackTestWords.of(trial.tried());
            String count = words.times().isEmpty() ? "Not counted" : words.times();
            times.setText(words.inAlarm().isEmpty() ? count : count + ", " + words.inAlarm());
            over.setText(words.over());
            now.setText("at " + TuneWords.value(model.alarm(), model.now()) + " now: " + TuneWords.brief(trial.now()));
        }
        // The words are another width, and the chart lays the card out.
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }
}
