package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.desk.watch.chart.AlarmBand;
import io.tapdeck.desk.watch.chart.AlarmSpan;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.BreachMark;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.ChartKeys;
import io.tapdeck.desk.watch.chart.ChartSeries;
import io.tapdeck.desk.watch.chart.MetricChart;
import io.tapdeck.desk.watch.chart.Samples;
import io.tapdeck.desk.watch.chart.Threshold;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.backtest.BackTest;
import io.tapdeck.monitor.backtest.BackTestRule;
import io.tapdeck.monitor.backtest.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A chart with its head: name, value at the crosshair, the alarm's state and rule. */
final class ChartCard extends VBox {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final ChartDescription description;
    private final TimeWindow window;
    private final Background background;
    private final MetricChart chart;
    private final Label value = Texts.numberStrong("–");
    private final Label unit = Texts.cell("", "td-muted");
    private final Label rule = Texts.number("", "td-number-small", "td-muted");
    private final StackPane state = new StackPane();
    private @Nullable ChartData shown;
    private final Map<String, Samples> samples = new HashMap<>();
    private List<AlarmSpan> spans = List.of();
    private List<BreachMark> marks = List.of();
    private int shows;
    private boolean off;

    ChartCard(ChartDescription description, TimeWindow window, Background background) {
        super(4);
        this.description = description;
        this.window = window;
        this.background = background;
        this.chart = new MetricChart(window);
        getStyleClass().addAll("td-card", "td-chart-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        String of = description.metric().unit();
        unit.setText(Amount.spellsUnit(of) ? "" : ValueText.unit(of));
        HBox first = new HBox(8, Texts.name(description.title()), new HBox(4, value, unit), grow(), state);
        first.setAlignment(Pos.CENTER_LEFT);
        ((HBox) first.getChildren().get(1)).setAlignment(Pos.BASELINE_LEFT);
        String metric = description.metric().name() + ", "
                + description.metric().statistic().toLowerCase(Locale.ROOT);
        // One gap, not two: the longest metric's name and its rule just fit a third of the page.
        Region between = grow();
        between.setMinWidth(8);
        HBox second = new HBox(Texts.monoSmall(metric, "td-muted"), between, rule);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(first, second, chart);
        setOnMousePressed(event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> ChartKeys.press(event, window));
        window.crosshairProperty().addListener(observed -> showValue());
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    void show(Watch watch, Instant now) {
        String alarmId = description.alarmId();
        Optional<AlarmState> alarm = alarmId == null ? Optional.empty() : watch.alarm(alarmId);
        List<AlarmBand.Segment> band = AlarmBand.of(
                watch.transitions().stream()
                        .filter(transition -> transition.alarmId().equals(alarmId))
                        .toList(),
                alarm.orElse(null),
                watch.start(),
                watch.end());
        Series series = watch.series(description.id())
                .orElseGet(() -> new Series(description.id(), Duration.ofMinutes(1), List.of()));
        shown = new ChartData(
                        description.title(),
                        description.metric().unit(),
                        lines(series, watch.members(description.id())),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .withThresholds(alarm.stream()
                        .map(each -> Threshold.of(each.threshold()))
                        .toList())
                .withAlarm(band, marks)
                .withSpans(spans);
        off = description.needs() != null && alarm.isEmpty() && series.points().isEmpty();
        chart.show(shown);
        rule.setText(alarm.map(WatchWords::rule).orElse(""));
        state.getChildren().setAll(AlarmTag.of(alarm, now));
        pseudoClassStateChanged(
                ALARM, alarm.filter(each -> each.state() == State.ALARM).isPresent());
        setAccessibleText(chart.getAccessibleText() + ", "
                + alarm.map(each -> "alarm " + each.state().name()).orElse("no alarm"));
        showValue();
        mark(series, alarm, band);
    }

    /** A back-test takes its time, so the marks are found aside and come after the lines. */
    private void mark(Series series, Optional<AlarmState> alarm, List<AlarmBand.Segment> band) {
        int number = ++shows;
        background.run(
                () -> marks(series, alarm),
                found -> {
                    ChartData data = shown;
                    if (number == shows && data != null && !found.equals(marks)) {
                        marks = found;
                        shown = data.withAlarm(band, found);
                        chart.show(shown);
                    }
                },
                problem -> {
                    throw new IllegalStateException("the marks of " + description.id(), problem);
                });
    }

    /** The chart's own line, and those of its members that have data, such as the writer's. */
    private List<ChartSeries> lines(Series own, List<Series> members) {
        List<Series> present =
                members.stream().filter(member -> !member.points().isEmpty()).toList();
        List<ChartSeries> lines = new ArrayList<>();
        String name = present.isEmpty() ? description.title() : LineNames.own(description);
        lines.add(ChartSeries.of(name, own, grown(own)));
        present.forEach(member -> lines.add(ChartSeries.of(member.label(), member, grown(member))));
        return lines;
    }

    private Samples grown(Series series) {
        return Objects.requireNonNull(samples.compute(
                series.label(), (label, known) -> known == null ? Samples.of(series) : known.growTo(series)));
    }

    /** What the alarm rang by, found by CloudWatch's rules: not each point over the threshold is a breach of M of N. */
    private List<BreachMark> marks(Series series, Optional<AlarmState> alarm) {
        return alarm.stream()
                .flatMap(state -> BackTest.of(History.of(series), BackTestRule.of(description.metric(), state))
                        .breaches(state.threshold())
                        .stream())
                .map(breach -> new BreachMark(
                        breach.from(), breach.to(), breach.value().orElse(Double.NaN)))
                .toList();
    }

    /** What it shows. */
    ChartDescription description() {
        return description;
    }

    /** The chart, to tune its threshold or lay a card over it. */
    MetricChart chart() {
        return chart;
    }

    /** Marks the spans of a back-test; none takes the flags away. */
    void spans(List<AlarmSpan> marked) {
        spans = List.copyOf(marked);
        ChartData data = shown;
        if (data != null) {
            shown = data.withSpans(spans);
            chart.show(shown);
        }
    }

    /** Whether there is nothing to show because what it needs is switched off. */
    boolean isOff() {
        return off;
    }

    /** What would show it. */
    String whenOff() {
        return description.needs() == null ? "" : description.needs().words();
    }

    String title() {
        return description.title();
    }

    /** What it shows; null before the first answer. */
    @Nullable
    ChartData data() {
        return shown;
    }

    void labelled(boolean yes) {
        chart.labelled(yes);
    }

    private void showValue() {
        ChartData data = shown;
        if (data == null) {
            return;
        }
        Samples values = data.series().getFirst().samples();
        Instant at = window.crosshairProperty().get();
        OptionalInt point = at != null
                ? values.nearest(at)
                : values.size() == 0 ? OptionalInt.empty() : OptionalInt.of(values.size() - 1);
        value.setText(point.isEmpty() ? "–" : words(values.value(point.getAsInt())));
        boolean over = point.isPresent() && values.value(point.getAsInt()) >= data.threshold();
        value.getStyleClass().removeAll("td-danger");
        if (over) {
            value.getStyleClass().add("td-danger");
        }
    }

    /** Without the unit where that stands beside it. */
    private String words(double measured) {
        String of = description.metric().unit();
        return Amount.spellsUnit(of) ? Amount.of(measured, of) : ValueText.of(ValueText.read(measured, of));
    }
}
