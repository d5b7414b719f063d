package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AlarmMark;
import io.tapdeck.desk.common.AlarmMarks;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SparkLine;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** One environment: 32 high, and 34 more where a sentence and a button belong to it. */
final class RowView extends VBox {
    private static final Duration DAY = Duration.ofHours(24);

    /** The height of the sentence's line. */
    static final double SENTENCE = 34;

    private final EnvironmentRow row;
    private final PageContext context;
    private final Instant now;
    private final Columns columns;
    private final RowActions actions;

    RowView(EnvironmentRow row, PageContext context, Instant now, Columns columns, RowActions actions) {
        this.row = row;
        this.context = context;
        this.now = now;
        this.columns = columns;
        this.actions = actions;
        getStyleClass().add("td-row");
        getChildren().add(cells());
        Attention.of(row, now, ZoneId.systemDefault())
                .ifPresent(attention -> getChildren().add(sentence(attention)));
    }

    private HBox cells() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox cells = new HBox(
                cell(Texts.name(row.suffix()), columns.environment()),
                cell(state(), columns.state()),
                cell(blueprint(), columns.blueprint()),
                cell(account(), columns.account()),
                cell(Texts.mono11(row.key().region(), "td-muted"), columns.region()),
                cell(marks(), columns.alarms()),
                cell(line(), columns.line()),
                Texts.cell(deployed(), "td-muted"),
                spacer,
                more());
        cells.setAlignment(Pos.CENTER_LEFT);
        cells.setMinHeight(EnvironmentList.ROW);
        cells.setMaxHeight(EnvironmentList.ROW);
        return cells;
    }

    private Node blueprint() {
        Label id = Texts.cell(row.key().blueprint(), "td-muted");
        if (row.blueprint() != null) {
            id.setTooltip(new Tooltip(row.blueprint().title()));
        }
        return id;
    }

    private Node state() {
        StateLabel state =
                new StateLabel(row.look(), columns.full() ? row.state().name() : "");
        Tooltip.install(state, new Tooltip(row.state().name()));
        return state;
    }

    private Node account() {
        Session session = context.services().session();
        HBox account = new HBox(4);
        account.setAlignment(Pos.CENTER_LEFT);
        if (session.kind() == Session.Kind.SANDBOX) {
            HBox chip = new HBox(Icons.SANDBOX.view("td-icon-12"));
            if (columns.full()) {
                chip.getChildren().add(Texts.cell(session.name()));
            }
            chip.getStyleClass().addAll("td-chip", "sandbox", "small");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            account.getChildren().add(chip);
        } else if (columns.full()) {
            account.getChildren().add(Texts.cell(session.name()));
        }
        account.getChildren().add(Texts.mono11(session.accountText(), "td-muted"));
        // The top bar names it too.
        Tooltip.install(account, new Tooltip(session.name()));
        return account;
    }

    private String deployed() {
        return row.look().busy()
                ? "now"
                : row.deployedAt().map(at -> TimeText.ago(at, now)).orElse("unknown");
    }

    private Node marks() {
        if (row.blueprint() == null || row.glance() == null) {
            return Texts.cell("not read", "td-muted");
        }
        List<AlarmMarks.Entry> entries = new ArrayList<>();
        for (AlarmDescription description : row.blueprint().alarms()) {
            AlarmState alarm = row.alarm(description).orElse(null);
            entries.add(new AlarmMarks.Entry(description.title(), AlarmMark.of(alarm)));
        }
        return new AlarmMarks(entries);
    }

    private Node line() {
        if (row.line().isEmpty()) {
            return Texts.cell("no data yet", "td-muted");
        }
        SparkLine line = new SparkLine(row.line().get(), now, DAY, columns.spark(), threshold());
        HBox box = new HBox(10, line, Texts.number(ValueText.of(row.lastValue().orElse(0.0), row.unit())));
        box.setAlignment(Pos.CENTER_LEFT);
        // A count has no unit that would say what it counts.
        Tooltip.install(box, new Tooltip(row.lineTitle()));
        return box;
    }

    /** Of the alarm that belongs to the line, while it rings. */
    private double threshold() {
        return Optional.ofNullable(row.blueprint())
                .map(blueprint -> blueprint.charts().getFirst().alarmId())
                .flatMap(id -> row.alarms().stream()
                        .filter(alarm -> alarm.alarmId().equals(id) && alarm.state() == AlarmState.State.ALARM)
                        .findFirst())
                .map(AlarmState::threshold)
                .orElse(Double.NaN);
    }

    private static HBox cell(Node content, double width) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
        return cell;
    }

    private Button more() {
        Button more = Buttons.icon(Icons.MORE, "Actions for " + row.suffix(), () -> {});
        // The dots, not their square, end where the buttons below end.
        HBox.setMargin(more, new Insets(0, -6, 0, 0));
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 4));
        return more;
    }

    private ContextMenu menu() {
        boolean deployed = row.deployed() != null;
        ContextMenu menu = new ContextMenu(
                item("Watch", deployed, () -> actions.watch(row)),
                item("Deployment", true, () -> actions.deployment(row)),
                item("Change…", actions.changeable(row), () -> actions.change(row)),
                item("Detect drift", actions.changeable(row), () -> actions.drift(row)),
                item("State…", true, () -> actions.situation(row)),
                item("Destroy…", deployed && !row.look().busy(), () -> actions.destroy(row)));
        menu.getItems().getLast().getStyleClass().add("td-destroy");
        return menu;
    }

    private static MenuItem item(String words, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }

    private HBox sentence(Attention attention) {
        TextFlow words = new TextFlow();
        if (!attention.subject().isEmpty()) {
            words.getChildren().add(Texts.run(attention.subject() + "  ", "td-label", "td-default"));
        }
        if (!columns.full() && row.look() == StateLook.STUCK) {
            words.getChildren().add(Texts.run(row.state().name() + "  ", "td-mono-small", "td-danger"));
        }
        words.getChildren().add(Texts.run(attention.text(), "td-cell", "td-muted"));
        HBox sentence = new HBox(16, words, button());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxHeight(Region.USE_PREF_SIZE);
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setPadding(new Insets(0, 0, 6, columns.environment()));
        sentence.setMinHeight(SENTENCE);
        sentence.setMaxHeight(SENTENCE);
        return sentence;
    }

    private Button button() {
        if (row.look().busy()) {
            return Buttons.secondary("Follow", Icons.DEPLOYMENTS, () -> actions.deployment(row));
        }
        return row.look() == StateLook.STUCK
                ? Buttons.secondary("See what can be done…", Icons.ROLLED_BACK, () -> actions.situation(row))
                : Buttons.secondary("Watch", Icons.WATCH, () -> actions.watch(row));
    }
}
