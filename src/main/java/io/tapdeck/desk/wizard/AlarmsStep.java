package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The alarms as a table, the chosen one read aloud, and who is told. */
final class AlarmsStep implements StepView {
    /** Narrower than this, the metrics' names in AWS have no room. */
    private static final double ROOMY = 620;

    /** From this width on there is room between the columns. */
    private static final double WIDE = 760;

    private final DraftModel model;
    private final HBox header = header();
    private final VBox table = new VBox();
    private final List<AlarmRow> rows = new ArrayList<>();
    private final Label sentence = Texts.paragraph("");
    private final HBox aloud = new HBox(8, Icons.NOTE.view("td-accent"), Form.growing(sentence));
    private final RecipientsField recipients;
    private final VBox told = new VBox();
    private final VBox root = new VBox();
    private final ObservableValue<Node> focusOwner = root.sceneProperty().flatMap(Scene::focusOwnerProperty);
    private AlarmDescription chosen;
    private String shownBlueprint = "";

    AlarmsStep(DraftModel model) {
        this.model = model;
        this.chosen = model.blueprint().alarms().getFirst();
        table.widthProperty().addListener((observed, before, now) -> fit(now.doubleValue()));
        recipients = new RecipientsField(model);
        aloud.getStyleClass().add("td-aloud");
        aloud.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(Form.head("Alarms", Texts.cell("")), table, aloud, Form.rule(), recipients, told);
        root.getStyleClass().add("td-form");
        focusOwner.addListener((observed, before, now) -> choose(now));
        model.draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void fit(double width) {
        double gap = width < WIDE ? 0 : 12;
        header.setSpacing(gap);
        rows.forEach(row -> {
            row.spacing(gap);
            row.narrow(width < ROOMY);
        });
    }

    private static HBox header() {
        Label metric = head("Metric");
        HBox header = new HBox(
                Form.wide(new HBox(), AlarmRow.SWITCH),
                AlarmRow.metric(metric),
                Form.wide(head("Alarm at or above"), AlarmRow.THRESHOLD),
                Form.wide(head("Data points"), AlarmRow.POINTS),
                Form.wide(head("Period"), AlarmRow.PERIOD),
                Form.wide(head("If data is missing"), AlarmRow.MISSING),
                AlarmRow.room());
        header.getStyleClass().add("td-alarm-head");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static Label head(String text) {
        return Texts.caption(text);
    }

    /** The row that has the focus is the one that is read aloud; it stays so while the focus is elsewhere. */
    private void choose(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof AlarmRow row) {
                chosen = row.alarm();
                readAloud();
                return;
            }
        }
    }

    private void show() {
        if (shownBlueprint.equals(model.blueprint().id())) {
            rows.forEach(AlarmRow::show);
        } else {
            shownBlueprint = model.blueprint().id();
            fill();
        }
        readAloud();
        showTold();
    }

    /** What was changed in the recipients of a running environment. */
    private void showTold() {
        told.getChildren().clear();
        model.running()
                .filter(running -> !running.recipients().equals(model.draft().recipients()))
                .ifPresent(running -> told.getChildren()
                        .add(new ChangeLine(
                                "Who is told",
                                String.join(", ", running.recipients()),
                                String.join(", ", model.draft().recipients()),
                                () -> model.recipients(running.recipients()))));
    }

    private void fill() {
        rows.clear();
        model.blueprint().alarms().forEach(alarm -> rows.add(new AlarmRow(alarm, model)));
        chosen = model.blueprint().alarms().getFirst();
        table.getChildren().setAll(header);
        table.getChildren().addAll(rows);
        fit(table.getWidth());
    }

    private void readAloud() {
        rows.forEach(row -> row.chosen(row.alarm().equals(chosen)));
        Optional<AlarmRule> rule = model.validation() instanceof Validation.Valid valid
                ? valid.definition().alarm(chosen.id())
                : alone();
        aloud.setVisible(rule.isPresent());
        sentence.setText(rule.map(alarm -> AlarmSentence.of(chosen, alarm)).orElse(""));
    }

    /** The chosen alarm by itself, while something else is wrong. */
    private Optional<AlarmRule> alone() {
        boolean wrong =
                model.problems().stream().anyMatch(problem -> problem.field().startsWith("alarm." + chosen.id() + "."));
        if (wrong) {
            return Optional.empty();
        }
        var fallback = Draft.of(model.blueprint(), model.preset()).withSuffix("x");
        return Validation.of(model.blueprint(), fallback.withAlarm(model.alarm(chosen)))
                        instanceof Validation.Valid valid
                ? valid.definition().alarm(chosen.id())
                : Optional.empty();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return rows.getFirst()
                .control("alarm." + rows.getFirst().alarm().id() + ".threshold")
                .orElse(root);
    }

    @Override
    public Optional<Node> control(String field) {
        if (field.startsWith("recipients")) {
            return Optional.of(recipients.control());
        }
        return rows.stream().flatMap(row -> row.control(field).stream()).findFirst();
    }
}
