package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.Page.KeyHint;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.watch.chart.AlarmSpan;
import io.tapdeck.desk.watch.chart.ThresholdDrag;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.desk.watch.tune.CallOutCard;
import io.tapdeck.desk.watch.tune.Trial;
import io.tapdeck.desk.watch.tune.TuneModel;
import io.tapdeck.desk.watch.tune.TuneView;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Window;
import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One threshold of the page is tried: dragged on its chart, moved by keys or typed. While it is dragged the chart stays
 * where it is; let go, or begun by its key, the chart grows and the change can be reviewed.
 */
final class TuneMode {
    /** Steps of a threshold for an arrow with Shift. */
    static final int FAR = 5;

    private static final String TUNED = "td-tuned";

    private final PageContext context;
    private final EnvironmentKey key;
    private final WatchModel page;
    private final TimeWindow window;
    private final Runnable onLayout;
    private final Set<ChartCard> allowed = new HashSet<>();
    private @Nullable Tried tried;

    /** What is tried; the view is there once the chart has grown. */
    private static final class Tried {
        private final ChartCard card;
        private final TuneModel model;
        private @Nullable TuneView view;
        private @Nullable Range before;

        Tried(ChartCard card, TuneModel model) {
            this.card = card;
            this.model = model;
        }
    }

    /**
     * Nothing is tried.
     *
     * @param onLayout hears that {@link #view} is another
     */
    TuneMode(PageContext context, EnvironmentKey key, WatchModel page, TimeWindow window, Runnable onLayout) {
        this.context = context;
        this.key = key;
        this.page = page;
        this.window = window;
        this.onLayout = onLayout;
    }

    /** What stands in place of the charts; null while they do. */
    @Nullable
    Region view() {
        return tried == null ? null : tried.view;
    }

    /** What the keys do while a threshold is tried; none while nothing is. */
    List<KeyHint> keys() {
        Tried now = tried;
        if (now == null) {
            return List.of();
        }
        return List.of(
                new KeyHint("↑ ↓", "by " + now.model.stepWords(1)),
                new KeyHint("Shift ↑ ↓", "by " + now.model.stepWords(FAR)),
                new KeyHint("Enter", "review"),
                new KeyHint("Esc", "put back"));
    }

    /** Lets the thresholds of those alarms that exist be moved where the session may change them, and counts anew what is tried. */
    void show(Watch watch, List<ChartCard> cards) {
        for (ChartCard card : cards) {
            Optional<AlarmState> found = alarm(card, watch);
            if (context.mayChange() && found.isPresent() && allowed.add(card)) {
                AlarmDescription alarm = description(card);
                AlarmState state = found.get();
                card.chart()
                        .tune(new ThresholdDrag(
                                TuneModel.stepSize(alarm, state).doubleValue(),
                                alarm.minimum().doubleValue(),
                                alarm.maximum().doubleValue(),
                                value -> moved(card, value),
                                value -> grow(),
                                this::offer));
            }
        }
        Tried now = tried;
        if (now != null) {
            alarm(now.card, watch).ifPresent(state -> read(now.model, state));
            if (now.view != null) {
                now.view.show(others(cards, now.card), watch);
            }
        }
    }

    private static List<ChartDescription> others(List<ChartCard> cards, ChartCard tuned) {
        return cards.stream()
                .filter(card -> !card.equals(tuned) && !card.isOff())
                .map(ChartCard::description)
                .toList();
    }

    private static Optional<AlarmState> alarm(ChartCard card, Watch watch) {
        String alarmId = card.description().alarmId();
        return alarmId == null ? Optional.empty() : watch.alarm(alarmId);
    }

    private AlarmDescription description(ChartCard card) {
        return page.environment()
                .blueprint()
                .alarm(String.valueOf(card.description().alarmId()))
                .orElseThrow();
    }

    /** Begins with a chart, or says why its threshold cannot be tried. */
    void begin(ChartCard card) {
        Watch watch = page.watchProperty().get();
        if (watch == null) {
            return;
        }
        Optional<AlarmState> state = alarm(card, watch);
        if (state.isEmpty()) {
            String title = card.description().title();
            context.overlays()
                    .say(
                            card.description().alarmId() == null
                                    ? title + " has no alarm. There is no threshold to tune."
                                    : "The alarm of %s is off. Switch it on with E, Change.".formatted(title));
            return;
        }
        start(card, state.get());
        grow();
        card.chart().focusHandle();
    }

    private void moved(ChartCard card, double value) {
        Watch watch = page.watchProperty().get();
        if (watch == null) {
            return;
        }
        Tried now = tried;
        if (now == null || !now.card.equals(card)) {
            alarm(card, watch).ifPresent(state -> start(card, state));
        }
        if (tried != null) {
            tried.model.tryOut(BigDecimal.valueOf(value));
        }
    }

    private void start(ChartCard card, AlarmState state) {
        end();
        TuneModel model = new TuneModel(
                page.environment(),
                card.description().id(),
                description(card),
                state,
                context.services().monitor(),
                context.background());
        tried = new Tried(card, model);
        card.chart().callOut(new CallOutCard(model));
        model.trialProperty().addListener((observed, before, now) -> {
            if (tries(model)) {
                card.spans(spans(now));
            }
        });
        model.thresholdProperty()
                .addListener((observed, before, now) -> card.chart().propose(now.doubleValue()));
        read(model, state);
    }

    /** Over the range, also while the charts look at another time: "in the last 7 d" is what is counted. */
    private void read(TuneModel model, AlarmState state) {
        Window home = page.home();
        model.read(state, home.start(), home.end());
    }

    /** A history that was asked for may come when the reader has long put the threshold back. */
    private boolean tries(TuneModel model) {
        return tried != null && tried.model.equals(model);
    }

    private static List<AlarmSpan> spans(@Nullable Trial trial) {
        List<AlarmSpan> spans = new ArrayList<>();
        if (trial != null) {
            for (Episode episode : trial.tried().episodes()) {
                spans.add(new AlarmSpan(episode.from(), episode.to(), spans.size() + 1));
            }
        }
        return spans;
    }

    private void grow() {
        Tried now = tried;
        Watch watch = page.watchProperty().get();
        if (now == null || now.view != null || watch == null) {
            return;
        }
        now.view = new TuneView(now.model, now.card, window, this::review, this::end);
        now.card.getStyleClass().add(TUNED);
        onLayout.run();
        now.card.chart().focusHandle();
        if (page.rangeProperty().get().compareTo(Range.WEEK) < 0) {
            // A few hours say little about a threshold.
            now.before = page.rangeProperty().get();
            page.range(Range.WEEK);
        }
    }

    /** Once the mouse has let the threshold go the review is one key away. */
    private void offer() {
        Tried now = tried;
        if (now != null && now.view != null && now.view.ready()) {
            now.view.focusReview();
        }
    }

    /** Opens the review of what is tried, if it is something else than what the alarm has. */
    void review() {
        Tried now = tried;
        if (now != null && now.view != null && now.view.ready()) {
            context.navigator()
                    .tune(key, now.model.alarm().id(), now.model.threshold().toPlainString());
        }
    }

    void step(int steps) {
        if (tried != null) {
            tried.model.step(steps);
        }
    }

    void type() {
        if (tried != null && tried.view != null) {
            tried.view.type();
        }
    }

    /** Puts the threshold back, and the charts; false if nothing was tried. */
    boolean end() {
        Tried ended = tried;
        if (ended == null) {
            return false;
        }
        tried = null;
        ended.card.chart().callOut(null);
        ended.card.chart().propose(Double.NaN);
        ended.card.spans(List.of());
        if (ended.view != null) {
            ended.card.getStyleClass().remove(TUNED);
            onLayout.run();
            ended.card.requestFocus();
        }
        if (ended.before != null) {
            page.range(ended.before);
        }
        return true;
    }
}
