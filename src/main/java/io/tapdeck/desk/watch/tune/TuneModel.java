package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.Background;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Problem;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Resolution;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watched;
import io.tapdeck.monitor.Window;
import io.tapdeck.monitor.backtest.BackTest;
import io.tapdeck.monitor.backtest.BackTestRule;
import io.tapdeck.monitor.backtest.History;
import io.tapdeck.monitor.backtest.Suggestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that is tried: which one, and what it would have done over the history. The history is read and prepared
 * aside; a move only compares. For the JavaFX thread only.
 */
public final class TuneModel {
    /** How often a suggested threshold would have fired. */
    private static final List<Integer> WANTED = List.of(0, 1, 3);

    private final Watched environment;
    private final String chartId;
    private final AlarmDescription alarm;
    private final TypedThreshold typed;
    private final Monitor monitor;
    private final Background background;
    private final ReadOnlyObjectWrapper<BigDecimal> threshold;
    private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private AlarmState state;
    private @Nullable BackTest test;
    private int asked;

    /** What is read and prepared aside. */
    private record Prepared(BackTest test, List<Suggestion> suggestions) {}

    /**
     * A model at the threshold that the alarm has; it knows nothing until {@link #read}.
     *
     * @param chartId the chart on which the threshold is moved
     * @param state the alarm as CloudWatch has it
     */
    public TuneModel(
            Watched environment,
            String chartId,
            AlarmDescription alarm,
            AlarmState state,
            Monitor monitor,
            Background background) {
        this.environment = environment;
        this.chartId = chartId;
        this.alarm = alarm;
        this.typed = new TypedThreshold(alarm);
        this.state = state;
        this.monitor = monitor;
        this.background = background;
        this.threshold = new ReadOnlyObjectWrapper<>(now());
    }

    /** Which alarm it is. */
    public AlarmDescription alarm() {
        return alarm;
    }

    /** How its threshold is typed. */
    TypedThreshold typed() {
        return typed;
    }

    /** The alarm as CloudWatch has it. */
    public AlarmState state() {
        return state;
    }

    /** The threshold that the alarm has. */
    public BigDecimal now() {
        return BigDecimal.valueOf(state.threshold()).stripTrailingZeros();
    }

    /** The threshold that is tried. */
    public ReadOnlyObjectProperty<BigDecimal> thresholdProperty() {
        return threshold.getReadOnlyProperty();
    }

    /** The threshold that is tried. */
    public BigDecimal threshold() {
        return threshold.get();
    }

    /** What the back-test says; null before the history is read. */
    public ReadOnlyObjectProperty<@Nullable Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** Thresholds that the history suggests; none before it is read. */
    public ReadOnlyObjectProperty<List<Suggestion>> suggestionsProperty() {
        return suggestions.getReadOnlyProperty();
    }

    /** Why the history could not be read; empty if it was, or is being read. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether another threshold than the alarm's is tried. */
    public boolean changed() {
        return threshold.get().compareTo(now()) != 0;
    }

    /** Tries a threshold that the alarm allows. */
    public void tryOut(BigDecimal value) {
        threshold.set(value.stripTrailingZeros());
        compare();
    }

    /** How far an arrow key moves the threshold, in the metric's unit. */
    public BigDecimal stepSize() {
        return stepSize(alarm, state);
    }

    /** How far an arrow key moves the threshold of an alarm, in the metric's unit. */
    public static BigDecimal stepSize(AlarmDescription alarm, AlarmState state) {
        return TuneStep.of(alarm, BigDecimal.valueOf(state.threshold()));
    }

    /** "5 %": how far so many steps move the threshold. */
    public String stepWords(int steps) {
        return TuneWords.value(alarm, stepSize().multiply(BigDecimal.valueOf(steps)));
    }

    /** Moves the threshold by so many steps; the ends of its range hold. */
    public void step(int steps) {
        BigDecimal wanted = threshold.get().add(stepSize().multiply(BigDecimal.valueOf(steps)));
        tryOut(wanted.max(alarm.minimum()).min(alarm.maximum()));
    }

    /** Tries what was typed; if it cannot be a threshold, says why and tries nothing. */
    public Optional<Problem> type(String text) {
        Optional<Problem> problem = typed.problem(text);
        if (problem.isEmpty()) {
            tryOut(typed.threshold(text));
        }
        return problem;
    }

    /** Reads the history of a span, as fine as CloudWatch has it, and tests it. */
    public void read(AlarmState current, Instant start, Instant end) {
        state = current;
        int number = ++asked;
        background.run(
                () -> prepare(current, start, end),
                prepared -> {
                    if (number == asked) {
                        test = prepared.test();
                        failure.set("");
                        suggestions.set(prepared.suggestions());
                        compare();
                    }
                },
                problem -> {
                    if (number == asked) {
                        failure.set(problem.getMessage() == null ? "CloudWatch did not answer." : problem.getMessage());
                    }
                });
    }

    private Prepared prepare(AlarmState current, Instant start, Instant end) {
        Series series = monitor.history(environment, chartId, new Window(start, end, Resolution.MINUTE));
        BackTest prepared = BackTest.of(History.of(series), BackTestRule.of(alarm, current));
        List<Suggestion> suggested = WANTED.stream()
                .flatMap(times -> Suggestion.of(prepared, alarm, times).stream())
                .toList();
        return new Prepared(
                prepared,
                IntStream.range(0, suggested.size())
                        .filter(place -> place == 0 || differ(suggested.get(place - 1), suggested.get(place)))
                        .mapToObj(suggested::get)
                        .toList());
    }

    private static boolean differ(Suggestion before, Suggestion suggestion) {
        return before.threshold().compareTo(suggestion.threshold()) != 0;
    }

    private void compare() {
        BackTest prepared = test;
        if (prepared != null) {
            trial.set(Trial.of(prepared, alarm, stepSize(), threshold.get(), now()));
        }
    }
}
