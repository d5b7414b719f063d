package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.monitor.backtest.BackTestResult;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import io.tapdeck.monitor.backtest.BackTestWords;
import io.tapdeck.monitor.backtest.Suggestion;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When the alarm would have rung, what other thresholds would have done, and which the history suggests. */
final class BackTestPanel extends VBox {
    /** A drag redraws this list with every move. */
    private static final int MOST_EPISODES = 6;

    private final TuneModel model;
    private final TimeWindow window;
    private final Label span = Texts.caption("");
    private final VBox episodes = new VBox();
    private final VBox others = new VBox(4);
    private final VBox figures = new VBox(4);
    private final VBox suggested = new VBox(8);
    private final VBox notes = new VBox(4);

    BackTestPanel(TuneModel model, TimeWindow window) {
        this.model = model;
        this.window = window;
        getStyleClass().add("td-back-test");
        HBox head = new HBox(Texts.name("Back-test"), spacer(), span);
        head.getStyleClass().add("td-back-test-head");
        VBox body = new VBox(episodes, section(others), section(figures), section(suggested), section(notes));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("td-chart-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.trialProperty().addListener(observed -> show());
        model.failureProperty().addListener(observed -> show());
        model.suggestionsProperty().addListener(observed -> suggest());
        show();
        suggest();
    }

    private static VBox section(VBox content) {
        content.getStyleClass().add("td-back-test-section");
        content.managedProperty().bind(content.visibleProperty());
        return content;
    }

    private static Region spacer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void show() {
        Trial trial = model.trialProperty().get();
        others.setVisible(trial != null);
        figures.setVisible(trial != null && trial.tried().times() > 0);
        if (trial == null) {
            String failure = model.failureProperty().get();
            episodes.getChildren().setAll(line(failure.isEmpty() ? "Reading the history" : failure));
            notes.setVisible(false);
            return;
        }
        BackTestWords words = BackTestWords.of(trial.tried());
        span.setText(words.over());
        showEpisodes(trial.tried());
        others.getChildren().setAll(Texts.cell("Other thresholds", "td-muted"));
        trial.others().forEach(other -> others.getChildren().add(row(other)));
        figures.getChildren()
                .setAll(
                        Texts.cell("At " + TuneWords.value(model.alarm(), model.threshold()), "td-muted"),
                        pair("Longest alarm", TimeText.exact(trial.tried().longest())));
        notes.setVisible(true);
        notes.getChildren().setAll(note(TuneWords.rule(model.alarm(), model.state())));
        words.notes().forEach(sentence -> notes.getChildren().add(note(sentence)));
    }

    private void showEpisodes(BackTestResult result) {
        episodes.getChildren().clear();
        List<Episode> all = result.episodes();
        int first = Math.max(0, all.size() - MOST_EPISODES);
        if (first > 0) {
            episodes.getChildren().add(line(first == 1 ? "1 earlier" : first + " earlier"));
        }
        for (int place = first; place < all.size(); place++) {
            episodes.getChildren().add(row(place + 1, all.get(place)));
        }
        if (all.isEmpty()) {
            episodes.getChildren().add(line("The alarm would not have rung."));
        }
    }

    private HBox row(int number, Episode episode) {
        Label flag = Texts.number(Integer.toString(number));
        flag.getStyleClass().add("td-flag");
        String unit = model.alarm().metric().unit();
        VBox words = new VBox(
                1,
                Texts.number(TuneWords.day(episode.from(), window)),
                Texts.number(
                        episode.worst().isPresent()
                                ? "peak " + Amount.of(episode.worst().getAsDouble(), unit)
                                : "without data",
                        "td-number-small",
                        "td-muted"));
        String length = TimeText.exact(episode.length());
        HBox row = new HBox(8, flag, words, spacer(), Texts.number(episode.open() ? length + " so far" : length));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-back-test-episode");
        return row;
    }

    private HBox row(Trial.Other other) {
        boolean tried = other.threshold().compareTo(model.threshold()) == 0;
        boolean now = other.threshold().compareTo(model.now()) == 0;
        Label value =
                Texts.number(TuneWords.value(model.alarm(), other.threshold()), tried ? "td-accent" : "td-default");
        HBox row = new HBox(
                12,
                value,
                Texts.caption(now ? "now" : ""),
                spacer(),
                Texts.number(TuneWords.brief(other.result()), tried ? "td-default" : "td-muted"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void suggest() {
        List<Suggestion> all = model.suggestionsProperty().get();
        suggested.setVisible(!all.isEmpty());
        suggested.getChildren().setAll(Texts.cell("Suggested by the history", "td-muted"));
        for (Suggestion suggestion : all) {
            String value = TuneWords.value(model.alarm(), suggestion.threshold());
            Button use = Buttons.mend("Try " + value, () -> model.tryOut(suggestion.threshold()));
            suggested
                    .getChildren()
                    .add(new VBox(2, use, Texts.paragraph(TuneWords.reason(model.alarm(), suggestion), "td-muted")));
        }
    }

    private static HBox pair(String name, String value) {
        return new HBox(Texts.cell(name), spacer(), Texts.number(value, "td-muted"));
    }

    private static Label line(String words) {
        Label line = Texts.paragraph(words, "td-muted");
        line.getStyleClass().add("td-back-test-line");
        return line;
    }

    private static HBox note(String sentence) {
        Label words = Texts.paragraph(sentence, "td-muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(6, Icons.NOTE.view("td-muted", "td-icon-13"), words);
    }
}
