package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.AcknowledgeLine;
import io.tapdeck.desk.common.AlarmReason;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.watch.chart.Amount;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.CompositeAlarm;
import io.tapdeck.monitor.TopicSubscriptions;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Each alarm of an environment: state, since when, why, its rule, whom it tells, and who has seen that it is on. */
final class AlarmsCard extends VBox {
    private static final double WIDTH = 680;
    private static final double MOST_HEIGHT = 560;

    private final PageContext context;
    private final WatchModel model;
    private final TimeWindow window;
    private final VBox rows = new VBox();
    private Map<String, TopicSubscriptions> topics = Map.of();
    private @Nullable Shown shown;

    /** What the rows were made of; a row that is typed into is not made anew for nothing. */
    private record Shown(
            List<AlarmState> alarms,
            List<CompositeAlarm> composites,
            List<Acknowledgement> acknowledgements,
            Map<String, TopicSubscriptions> topics) {}

    AlarmsCard(PageContext context, WatchModel model, String suffix, TimeWindow window) {
        super(12);
        this.context = context;
        this.model = model;
        this.window = window;
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("Alarms of " + suffix);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // By itself it takes its paragraphs for unwrapped ones and is too low.
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("td-chart-scroll");
        HBox foot = new HBox(8, Buttons.secondary("Close", null, context.overlays()::close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Texts.ask("Alarms of " + suffix), scroll, foot);
        show();
    }

    /** Shows the newest answer, and asks once whom the alarms tell. */
    void open() {
        Watch watch = model.watchProperty().get();
        if (watch == null) {
            return;
        }
        List<String> arns = Stream.concat(
                        watch.alarms().stream().map(AlarmState::actions),
                        watch.composites().stream().map(CompositeAlarm::actions))
                .flatMap(actions -> actions.topics().stream())
                .distinct()
                .toList();
        context.background()
                .run(
                        () -> context.services().monitor().subscriptions(arns),
                        answer -> {
                            topics = answer;
                            show();
                        },
                        problem -> {
                            topics = arns.stream()
                                    .collect(Collectors.toMap(
                                            arn -> arn,
                                            arn -> new TopicSubscriptions.NotKnown(
                                                    String.valueOf(problem.getMessage()))));
                            show();
                        });
    }

    /** Shows what is known now. */
    void show() {
        Watch watch = model.watchProperty().get();
        if (watch == null) {
            return;
        }
        Shown next = new Shown(watch.alarms(), watch.composites(), watch.acknowledgements(), topics);
        if (Objects.equals(next, shown)) {
            return;
        }
        shown = next;
        Instant now = model.nowProperty().get();
        rows.getChildren().clear();
        watch.alarms().forEach(alarm -> rows.getChildren().add(row(alarm, watch, now)));
        watch.composites().forEach(alarm -> rows.getChildren().add(row(alarm, now)));
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(Texts.paragraph("No alarm is switched on.", "td-muted"));
        }
    }

    private VBox row(AlarmState alarm, Watch watch, Instant now) {
        Optional<AlarmDescription> description = model.environment().blueprint().alarm(alarm.alarmId());
        String unit = description.map(each -> each.metric().unit()).orElse("");
        String title = description.map(AlarmDescription::title).orElse(alarm.alarmId());
        String rule = "%s at or above %s".formatted(WatchWords.rule(alarm), Amount.of(alarm.threshold(), unit));
        VBox row = row(title, alarm.state(), alarm.since(), now, rule);
        add(row, AlarmReason.of(alarm.reason(), unit));
        ToldWords.of(alarm.actions(), alarm.actionsEnabled(), topics).forEach(sentence -> add(row, sentence));
        if (alarm.state() == State.ALARM) {
            row.getChildren()
                    .add(watch.acknowledgement(alarm)
                            .map(seen -> seen(seen, now))
                            .orElseGet(() -> acknowledge(alarm, title)));
        }
        return row;
    }

    private VBox row(CompositeAlarm alarm, Instant now) {
        VBox row = row(alarm.name(), alarm.state(), alarm.since(), now, "of other alarms");
        row.getChildren().add(1, Texts.mono11(alarm.rule(), "td-muted"));
        add(row, alarm.reason());
        for (CompositeAlarm.Child child : alarm.children()) {
            String state =
                    child.state() == null ? "not read here" : child.state().name();
            add(row, "%s: %s".formatted(child.name(), state));
        }
        ToldWords.of(alarm.actions(), alarm.actions().enabled(), topics).forEach(sentence -> add(row, sentence));
        return row;
    }

    private VBox row(String title, State state, Instant since, Instant now, String rule) {
        Tag tag = switch (state) {
            case OK -> new Tag("OK", Icons.OK, "td-success");
            case ALARM -> new Tag("ALARM", Icons.ALARM, "td-danger");
            case INSUFFICIENT_DATA -> new Tag("INSUFFICIENT_DATA", Icons.WAITING, "");
        };
        String age = "since %s, %s"
                .formatted(
                        window.inZone(TimeText.minute(
                                since, now, window.zoneProperty().get())),
                        TimeText.rough(Duration.between(since, now)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                8, Texts.name(title), tag, Texts.number(age, "td-muted"), space, Texts.number(rule, "td-muted"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(4, head);
        row.getStyleClass().add("td-alarm-entry");
        return row;
    }

    private static void add(VBox row, String sentence) {
        if (!sentence.isEmpty()) {
            row.getChildren().add(Texts.paragraph(sentence, "td-muted"));
        }
    }

    private HBox seen(Acknowledgement seen, Instant now) {
        return new HBox(
                6,
                Icons.LOOK.view("td-muted"),
                Texts.paragraph(
                        AcknowledgeLine.words(seen, now, window.zoneProperty().get(), window.zoneName())));
    }

    private HBox acknowledge(AlarmState alarm, String title) {
        return new AcknowledgeLine(
                context, context.services().monitor(), model.environment(), alarm, title, model::ask);
    }
}
