package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One alarm of the table: switch, metric, threshold, M of N, period, missing data; what is wrong stands under it. */
final class AlarmRow extends VBox {
    static final double SWITCH = 36;

    /** Wider than this the numbers would stand too far from their metric. */
    static final double METRIC = 240;

    static final double THRESHOLD = 104;
    static final double POINTS = 92;
    static final double PERIOD = 84;
    static final double MISSING = 126;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<String> PERIODS = List.of("60", "300", "900", "3600");

    private final AlarmDescription alarm;
    private final DraftModel model;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final List<Runnable> ties = new ArrayList<>();
    private final ProblemLine problem;
    private final ImpossibleAlarm impossible;
    private final AlarmChange change;
    private final Label code;
    private final HBox row;

    AlarmRow(AlarmDescription alarm, DraftModel model) {
        this.alarm = alarm;
        this.model = model;
        getStyleClass().add("td-alarm-row");
        problem = new ProblemLine(model::apply);
        problem.getStyleClass().add("td-alarm-problem");
        code = Texts.monoSmall(alarm.metric().name(), "td-muted");
        Label title = Texts.name(alarm.title());
        title.setTooltip(new Tooltip(AlarmSentence.source(alarm.metric())));
        VBox metric = new VBox(2, title, code);
        metric.setAlignment(Pos.CENTER_LEFT);
        row = new HBox(
                cell(SWITCH, toggle()),
                metric(metric),
                cell(
                        THRESHOLD,
                        text("threshold", "Threshold of " + alarm.title(), 62),
                        muted(alarm.metric().plainUnit())),
                cell(
                        POINTS,
                        text("datapointsToAlarm", "M, data points of " + alarm.title() + " that must breach", 30),
                        muted("of"),
                        text("evaluationPeriods", "N, data points of " + alarm.title() + " that are looked at", 30)),
                cell(PERIOD, period()),
                cell(MISSING, missing()),
                room());
        row.getStyleClass().add("td-alarm-cells");
        impossible = new ImpossibleAlarm(alarm, model);
        change = new AlarmChange(model, alarm);
        getChildren().addAll(row, problem, impossible, change);
        show();
    }

    /** Sets the columns apart, as in the head. */
    void spacing(double gap) {
        row.setSpacing(gap);
        Insets asTheMetric = new Insets(0, 0, 0, gap);
        VBox.setMargin(problem, asTheMetric);
        VBox.setMargin(impossible, asTheMetric);
        VBox.setMargin(change, asTheMetric);
    }

    /** Leaves out the metric's name in AWS where there is no room for it; the tooltip has it. */
    void narrow(boolean narrow) {
        code.setVisible(!narrow);
        code.setManaged(!narrow);
    }

    /** Whether this is the row that is read aloud. */
    void chosen(boolean now) {
        pseudoClassStateChanged(CHOSEN, now);
    }

    AlarmDescription alarm() {
        return alarm;
    }

    /** Lets the metric's column grow, up to a limit. */
    static <T extends Region> T metric(T column) {
        column.setMaxWidth(METRIC);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    /** What is left at the right. */
    static Region room() {
        Region room = new Region();
        HBox.setHgrow(room, Priority.SOMETIMES);
        return room;
    }

    private static HBox cell(double width, Node... parts) {
        HBox cell = Form.wide(new HBox(6, parts), width);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static Label muted(String text) {
        return Texts.cell(text, "td-muted");
    }

    private Switch toggle() {
        Switch toggle = new Switch("Alarm on " + alarm.title());
        ties.add(Form.tie(toggle, model, field("enabled"), () -> typed().enabled()));
        controls.put("enabled", toggle);
        return toggle;
    }

    private TextField text(String part, String name, double width) {
        TextField field = Form.wide(new TextField(), width);
        field.getStyleClass().addAll("td-mono-field", "td-alarm-number");
        field.setAccessibleText(name);
        ties.add(Form.tie(field, model, field(part), () -> part(typed(), part)));
        controls.put(part, field);
        return field;
    }

    private ComboBox<String> period() {
        ComboBox<String> combo = Form.wide(new ComboBox<>(), PERIOD - 6);
        combo.getItems().addAll(PERIODS);
        combo.setAccessibleText("Period of " + alarm.title());
        ties.add(Form.tie(combo, model, field("period"), () -> typed().period(), AlarmRow::length));
        controls.put("period", combo);
        return combo;
    }

    private ComboBox<String> missing() {
        ComboBox<String> combo = Form.wide(new ComboBox<>(), MISSING);
        Arrays.stream(MissingData.values()).map(MissingData::wireName).forEach(combo.getItems()::add);
        combo.setAccessibleText("If data of " + alarm.title() + " is missing");
        ties.add(Form.tie(
                combo,
                model,
                field("missingData"),
                () -> typed().missingData(),
                name -> MissingData.of(name).map(MissingData::label).orElse(name)));
        controls.put("missingData", combo);
        return combo;
    }

    private static String length(String seconds) {
        return switch (seconds) {
            case "60" -> "1 min";
            case "300" -> "5 min";
            case "900" -> "15 min";
            case "3600" -> "1 h";
            default -> seconds + " s";
        };
    }

    /** Shows the draft as it is now. */
    void show() {
        ties.forEach(Runnable::run);
        boolean possible = alarm.possible(model.values());
        impossible.show(possible);
        change.show();
        Problem first = null;
        for (Map.Entry<String, Control> entry : controls.entrySet()) {
            Problem wrong = model.problem(field(entry.getKey())).orElse(null);
            problem.mark(entry.getValue(), wrong);
            if (first == null) {
                first = wrong;
            }
            boolean used = possible && (typed().enabled() || entry.getKey().equals("enabled"));
            // What is wrong stays mendable in an alarm that is off.
            entry.getValue().setDisable(!used && wrong == null);
        }
        problem.show(first);
    }

    private String field(String part) {
        return "alarm." + alarm.id() + "." + part;
    }

    private AlarmDraft typed() {
        return model.alarm(alarm);
    }

    private static String part(AlarmDraft alarm, String part) {
        return switch (part) {
            case "threshold" -> alarm.threshold();
            case "datapointsToAlarm" -> alarm.datapointsToAlarm();
            default -> alarm.evaluationPeriods();
        };
    }

    /** The control of a field, if it stands in this row. */
    Optional<Node> control(String field) {
        String prefix = field("");
        return field.startsWith(prefix)
                ? Optional.ofNullable(controls.get(field.substring(prefix.length())))
                : Optional.empty();
    }
}
