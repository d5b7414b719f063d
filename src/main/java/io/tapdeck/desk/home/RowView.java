package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.AlarmMark;
import io.tapdeck.desk.common.AlarmMarks;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.AlarmState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One environment: 32 high, and 34 more where a sentence and a button belong to it. */
final class RowView extends VBox {
    private final Columns columns;
    private final RowActions actions;
    private final Label name = Texts.name("");
    private final Slot state = new Slot();
    private final Slot blueprint = new Slot();
    private final Slot account = new Slot();
    private final Label region = Texts.mono11("", "td-muted");
    private final Slot marks = new Slot();
    private final LineView line;
    private final Label deployed = Texts.cell("", "td-muted");
    private final SentenceView sentence;
    private final Button more = Buttons.icon(Icons.MORE, "Actions", () -> {});

    /** A row that shows nothing yet; it is filled again and again while the list scrolls. */
    RowView(Columns columns, RowActions actions) {
        this.columns = columns;
        this.actions = actions;
        this.line = new LineView(columns.spark());
        this.sentence = new SentenceView(columns, actions);
        getStyleClass().add("td-row");
        // The dots, not their square, end where the buttons below end.
        HBox.setMargin(more, new Insets(0, -6, 0, 0));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox cells = new HBox(
                cell(name, columns.environment()),
                cell(state, columns.state()),
                cell(blueprint, columns.blueprint()),
                cell(account, columns.account()),
                cell(region, columns.region()),
                cell(marks, columns.alarms()),
                cell(line, columns.line()),
                deployed,
                spacer,
                more);
        cells.setAlignment(Pos.CENTER_LEFT);
        cells.setMinHeight(EnvironmentList.ROW);
        cells.setMaxHeight(EnvironmentList.ROW);
        getChildren().addAll(cells, sentence);
    }

    /** Shows an environment as it stands now; what looks the same stays as it is. */
    void show(EnvironmentRow shown, Instant now) {
        name.setText(shown.suffix());
        state.show(shown.state().name() + shown.look(), () -> state(shown));
        blueprint.show(shown.key().blueprint(), () -> blueprint(shown));
        account.show(shown.session(), () -> account(shown.session()));
        region.setText(shown.key().region());
        List<AlarmMarks.Entry> entries = entries(shown);
        marks.show(entries, () -> entries.isEmpty() ? Texts.cell("not read", "td-muted") : new AlarmMarks(entries));
        line.show(shown, now);
        deployed.setText(deployed(shown, now));
        more.setAccessibleText("Actions for " + shown.suffix());
        more.setOnAction(event -> new RowMenu(shown, actions).show(more, Side.BOTTOM, 0, 4));
        sentence.show(shown, now);
    }

    private static Node blueprint(EnvironmentRow row) {
        Label id = Texts.cell(row.key().blueprint(), "td-muted");
        if (row.blueprint() != null) {
            id.setTooltip(new Tooltip(row.blueprint().title()));
        }
        return id;
    }

    private Node state(EnvironmentRow row) {
        StateLabel label =
                new StateLabel(row.look(), columns.full() ? row.state().name() : "");
        Tooltip.install(label, new Tooltip(row.state().name()));
        return label;
    }

    private Node account(Session session) {
        HBox box = new HBox(6);
        box.setAlignment(Pos.CENTER_LEFT);
        if (session.kind() == Session.Kind.SANDBOX) {
            HBox chip = new HBox(Icons.SANDBOX.view("td-icon-12"));
            if (columns.full()) {
                chip.getChildren().add(Texts.cell(session.name()));
            }
            chip.getStyleClass().addAll("td-chip", "sandbox", "small");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(chip);
        } else {
            AccountName alias = new AccountName(actions.accounts(), session.account(), columns.full());
            Label name = Texts.cell(session.name());
            // There is room for one of both names; the alias is the administrator's own.
            name.visibleProperty().bind(alias.visibleProperty().not().and(new SimpleBooleanProperty(columns.full())));
            name.managedProperty().bind(name.visibleProperty());
            box.getChildren().addAll(alias, name);
        }
        box.getChildren().add(Texts.mono11(session.accountText(), "td-muted"));
        // The top bar names it too.
        Tooltip.install(box, new Tooltip(session.name()));
        return box;
    }

    private static String deployed(EnvironmentRow row, Instant now) {
        return row.look().busy()
                ? "now"
                : row.deployedAt().map(at -> TimeText.ago(at, now)).orElse("unknown");
    }

    /** The marks of a row's alarms; empty where they are not read. */
    static List<AlarmMarks.Entry> entries(EnvironmentRow row) {
        if (row.blueprint() == null || row.glance() == null) {
            return List.of();
        }
        List<AlarmMarks.Entry> entries = new ArrayList<>();
        for (AlarmDescription description : row.blueprint().alarms()) {
            AlarmState alarm = row.alarm(description).orElse(null);
            entries.add(new AlarmMarks.Entry(description.title(), AlarmMark.of(alarm)));
        }
        return entries;
    }

    private static HBox cell(Node content, double width) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
        return cell;
    }
}
