package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every event once, the newest first. */
final class EventLog extends VBox {
    private static final double ROW = 21;
    private static final double TIME = 72;
    private static final double STATUS = 170;
    private static final int LETTERS = 28;
    private static final double NAME = 196;
    private static final double MARGIN = 24;
    /** Generous width of a character of the reasons' font. */
    private static final double CHARACTER = 6.4;

    private final DeploymentModel model;
    private final ZoneId zone;
    private final Label count = Texts.number("", "td-muted");
    private final ListView<LogLine> list = new ListView<>();
    private final Segments<Boolean> filter;
    private List<LogLine> shown = List.of();

    EventLog(DeploymentModel model, ZoneId zone) {
        super(4);
        this.model = model;
        this.zone = zone;
        getStyleClass().add("td-event-log");
        filter = new Segments<>(
                "Events",
                List.of(false, true),
                model.problemsOnlyProperty().get(),
                problems -> problems ? "Problems" : "All",
                model.problemsOnlyProperty()::set);
        model.problemsOnlyProperty().addListener((observed, before, now) -> {
            filter.choose(now);
            show();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, Texts.name("Events"), count, space, Texts.caption("newest first, each once"), filter);
        head.setAlignment(Pos.CENTER_LEFT);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText("Events, the newest first");
        list.setMinHeight(0);
        Label nothing = Texts.cell("", "td-muted");
        nothing.textProperty()
                .bind(model.problemsOnlyProperty().map(problems -> problems ? "No problem so far." : "No event yet."));
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        show();
    }

    void show() {
        List<LogLine> all = model.state().log();
        count.setText(String.valueOf(all.size()));
        List<LogLine> wanted = model.problemsOnlyProperty().get()
                ? all.stream().filter(LogLine::problem).toList()
                : all;
        if (!wanted.equals(shown)) {
            shown = wanted;
            list.getItems().setAll(wanted);
        }
    }

    /** One line of the log. */
    private final class Cell extends ListCell<LogLine> {
        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Label time = column(Texts.mono11(TimeText.second(line.at(), zone), "td-muted"), TIME);
            Label status = column(Texts.mono11(line.status(), role(line.status())), STATUS);
            Label name = column(Texts.mono11(DeploymentWords.fitting(line.name(), LETTERS)), NAME);
            Label reason = Texts.cell(beginning(line.reason()), "td-muted");
            HBox row = new HBox(time, status, name, reason);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setTooltip(line.reason().isEmpty() ? null : new Tooltip(line.reason()));
            setAccessibleText("%s %s %s %s".formatted(time.getText(), line.status(), line.name(), line.reason()));
        }

        /** As much of AWS's reason as there is room for; the tooltip has all of it. */
        private String beginning(String reason) {
            int room = (int) ((list.getWidth() - TIME - STATUS - NAME - MARGIN) / CHARACTER);
            return reason.length() <= room
                    ? reason
                    : reason.substring(0, Math.max(0, room - 1)).strip() + "…";
        }

        private static Label column(Label label, double width) {
            label.setMinWidth(width);
            return label;
        }

        private static String role(String status) {
            if (status.endsWith("_FAILED")) {
                return "td-danger";
            }
            if (status.contains("ROLLBACK")) {
                return "td-warning";
            }
            return status.endsWith("_IN_PROGRESS") ? "td-accent" : "td-success";
        }
    }
}
