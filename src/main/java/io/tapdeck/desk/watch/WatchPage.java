package io.tapdeck.desk.watch;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.signin.Expiry;
import io.tapdeck.desk.watch.athand.AtHandCard;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One environment: a chart per metric, the alarms' states, and when they rang. */
public final class WatchPage extends BasePage {
    /** The keys that lead to a change of the environment. */
    private static final Set<String> CHANGING = Set.of("E", "T");

    private static final int SKELETON_ROWS = 8;
    private static final double SKELETON_ROW = 44;
    private static final double HISTORY = 152;

    private final WatchModel model;
    /** Null where the session only reads. */
    private final @Nullable Runnable change;

    private final Runnable compare;
    private final TimeWindow window;
    private final Expiry expiry;
    private final WatchHead head;
    private final List<ChartCard> cards = new ArrayList<>();
    private final ChartGrid grid = new ChartGrid();
    private final AlarmHistory history;
    private final ValuesTable values;
    private final TuneMode tuning;
    private final Runnable showAlarms;
    private final Runnable showAtHand;
    private final ChartExport export;
    private final StackPane body = new StackPane();
    private int chosen = -1;
    private String wanted = "";

    /** The page of an environment, with a model of its own. */
    public static WatchPage of(PageContext context, DeployedEnvironment environment) {
        DeskServices services = context.services();
        Watched watched = new Watched(
                environment.key().account(),
                environment.key().region(),
                environment.stackName(),
                services.blueprints().find(environment.key().blueprint()).orElseThrow(),
                environment.resources());
        return new WatchPage(
                context,
                environment,
                new WatchModel(
                        watched, services.monitor(), services.clock(), context.background(), context.presence()));
    }

    /** With the chart of an alarm chosen, wherever it is in the blueprint. */
    public WatchPage chosen(String alarmId) {
        wanted = alarmId;
        return this;
    }

    /** A page that asks nobody until it is shown. */
    WatchPage(PageContext context, DeployedEnvironment environment, WatchModel model) {
        super(Section.ENVIRONMENTS, "Environments", environment.key().suffix().toString(), "Watch");
        this.model = model;
        this.change = context.mayChange() ? () -> context.navigator().change(environment.key()) : null;
        this.compare = () -> context.navigator().compareWith(environment);
        this.export = new ChartExport(context);
        Instant opened = model.nowProperty().get();
        window = new TimeWindow(opened.minus(model.rangeProperty().get().length()), opened, ZoneId.systemDefault());
        this.tuning = new TuneMode(context, environment.key(), model, window, this::lay);
        window.crosshairProperty().bindBidirectional(model.crosshairProperty());
        model.follow(window, () -> (int) root.getWidth());
        Blueprint blueprint = model.environment().blueprint();
        showAlarms = () -> showAlarms(context, environment);
        showAtHand = () -> context.overlays()
                .show(new AtHandCard(model.environment().blueprint(), environment, context.overlays()), () -> {});
        head = new WatchHead(environment, model, change, compare, showAlarms, showAtHand);
        history = new AlarmHistory(blueprint, window);
        values = new ValuesTable(blueprint.charts(), window);
        List<ChartDescription> charts = blueprint.charts();
        for (int index = 0; index < charts.size(); index++) {
            ChartCard card = new ChartCard(charts.get(index), window, context.background());
            int place = index;
            card.focusedProperty().addListener((observed, before, now) -> {
                if (now) {
                    grid.reveal(card);
                    choose(place);
                }
            });
            cards.add(card);
        }
        history.setMinHeight(HISTORY);
        history.setPrefHeight(HISTORY);
        VBox page = new VBox(12, head, body, history);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.SOMETIMES);
        page.setPadding(new Insets(12, 24, 8, 24));
        root.getChildren().add(page);
        expiry = new Expiry(
                context,
                root,
                page,
                "AWS goes on measuring %s, and its alarms ring. Tapdeck cannot read them until you sign in again."
                        .formatted(environment.key().suffix()));
        show();
        model.watchProperty().addListener(observed -> show());
        model.rangeProperty().addListener(observed -> window.back());
        window.zoneProperty().addListener(observed -> show());
        model.nowProperty().addListener(observed -> tell());
        model.failureProperty().addListener(observed -> tell());
        model.lateProperty().addListener(observed -> tell());
        model.crosshairProperty().addListener((observed, before, now) -> history.crosshair(now));
    }

    private void show() {
        Watch watch = model.watchProperty().get();
        if (watch == null) {
            body.getChildren().setAll(new Skeleton(SKELETON_ROWS, SKELETON_ROW));
            history.setVisible(false);
        } else {
            Instant now = model.nowProperty().get();
            window.home(model.home().start(), model.home().end());
            cards.forEach(card -> card.show(watch, now));
            tuning.show(watch, cards);
            grid.show(cards);
            history.show(watch, model.rangeProperty().get(), now);
            if (body.getChildren().contains(values)) {
                values.show(watch);
            }
            boolean first = chosen < 0;
            if (first) {
                choose(wanted.isEmpty() ? loudest(watch) : placeOf(wanted));
            }
            if (!body.getChildren().contains(values)) {
                lay();
            }
            if (first && !wanted.isEmpty()) {
                cards.get(chosen).requestFocus();
            }
        }
        head.show(watch);
        tell();
    }

    private void showAlarms(PageContext context, DeployedEnvironment environment) {
        AlarmsCard card =
                new AlarmsCard(context, model, environment.key().suffix().value(), window);
        InvalidationListener follow = observed -> card.show();
        model.watchProperty().addListener(follow);
        context.overlays().show(card, () -> model.watchProperty().removeListener(follow));
        card.open();
    }

    /** The charts, or the one whose threshold is tried. */
    private void lay() {
        Region tuned = tuning.view();
        history.setVisible(tuned == null);
        history.setManaged(tuned == null);
        Region shown = tuned == null ? grid : tuned;
        if (!body.getChildren().contains(shown)) {
            body.getChildren().setAll(shown);
            if (tuned == null) {
                grid.restore();
            } else {
                Watch watch = model.watchProperty().get();
                if (watch != null) {
                    tuning.show(watch, cards);
                }
            }
            tell();
        }
    }

    /** The first chart in alarm, else the first. */
    private int loudest(Watch watch) {
        List<ChartDescription> charts = model.environment().blueprint().charts();
        for (int index = 0; index < charts.size(); index++) {
            String alarmId = charts.get(index).alarmId();
            if (alarmId != null
                    && watch.alarm(alarmId)
                            .filter(alarm -> alarm.state() == AlarmState.State.ALARM)
                            .isPresent()) {
                return index;
            }
        }
        return 0;
    }

    /** The chart that draws an alarm's threshold; the first if none does. */
    private int placeOf(String alarmId) {
        List<ChartDescription> charts = model.environment().blueprint().charts();
        for (int index = 0; index < charts.size(); index++) {
            if (alarmId.equals(charts.get(index).alarmId())) {
                return index;
            }
        }
        return 0;
    }

    private void choose(int place) {
        chosen = place;
        for (int index = 0; index < cards.size(); index++) {
            cards.get(index).labelled(index == place);
        }
    }

    private void tell() {
        expiry.show(model.expiredSince(), model.nowProperty().get());
        tellFresh(!model.late());
        tell(WatchWords.status(model, window, tuning.view() != null));
    }

    /** What the chart at a place shows. */
    ChartData data(int place) {
        return Objects.requireNonNull(cards.get(place).data());
    }

    /** What the page knows. */
    WatchModel model() {
        return model;
    }

    @Override
    public List<KeyHint> keys() {
        if (expiry.asks()) {
            return expiry.keys();
        }
        return tuning.view() == null ? ownKeys() : tuning.keys();
    }

    private List<KeyHint> ownKeys() {
        return Stream.of(
                        new KeyHint("1–" + alwaysThere(), "chart"),
                        new KeyHint("← →", "crosshair"),
                        new KeyHint("+ −", "range"),
                        new KeyHint("T", "tune threshold"),
                        new KeyHint("A", "alarms"),
                        new KeyHint("H", "at hand"),
                        new KeyHint("V", "values as table"),
                        new KeyHint("U", "UTC"),
                        new KeyHint("C", "compare"),
                        new KeyHint("X", "export"),
                        new KeyHint("E", "change"))
                .filter(hint -> change != null || !CHANGING.contains(hint.key()))
                .toList();
    }

    private long alwaysThere() {
        return model.environment().blueprint().charts().stream()
                .filter(chart -> chart.needs() == null)
                .count();
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        if (expiry.asks()) {
            return expiry.use(event.getCode());
        }
        if (tuning.view() != null) {
            if (event.getCode().isDigitKey()) {
                // Not used up: its character is the first of the threshold that begins to be typed.
                tuning.type();
                return false;
            }
            if (onTuneKey(event)) {
                return true;
            }
        }
        if (change == null && CHANGING.contains(event.getCode().getName())) {
            return false;
        }
        int jump = event.isShiftDown() ? 10 : 1;
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> model.moveCrosshair(-jump);
            case RIGHT -> model.moveCrosshair(jump);
            case PLUS, ADD, EQUALS -> model.zoom(1);
            case MINUS, SUBTRACT -> model.zoom(-1);
            case T -> tuning.begin(cards.get(Math.max(0, chosen)));
            case V -> toggleValues();
            case U -> window.toggleUtc();
            case A -> showAlarms.run();
            case H -> showAtHand.run();
            case C -> compare.run();
            case E -> Objects.requireNonNull(change).run();
            case X -> chooseFile();
            case ESCAPE -> used = putBack();
            default -> used = chooseByDigit(event.getCode());
        }
        return used;
    }

    private void chooseFile() {
        ChartData data = cards.get(Math.max(0, chosen)).data();
        if (data != null) {
            export.choose(root.getScene().getWindow(), data, window);
        }
    }

    /** Writes the chosen chart to a file: its values if it is called {@code .csv}, else its picture. */
    void export(Path file) {
        ChartData data = cards.get(Math.max(0, chosen)).data();
        if (data != null) {
            export.export(file, data, window);
        }
    }

    private boolean onTuneKey(KeyEvent event) {
        int steps = event.isShiftDown() ? TuneMode.FAR : 1;
        boolean used = true;
        switch (event.getCode()) {
            case UP -> tuning.step(steps);
            case DOWN -> tuning.step(-steps);
            case ENTER -> tuning.review();
            case ESCAPE -> tuning.end();
            case V -> {}
            default -> used = false;
        }
        return used;
    }

    private boolean chooseByDigit(KeyCode code) {
        int place = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
        List<ChartCard> shown = grid.shown();
        if (place < 0 || place >= shown.size() || body.getChildren().contains(values)) {
            return false;
        }
        choose(cards.indexOf(shown.get(place)));
        shown.get(place).requestFocus();
        return true;
    }

    private void toggleValues() {
        Watch watch = model.watchProperty().get();
        if (watch == null) {
            return;
        }
        boolean charts = body.getChildren().contains(grid);
        if (charts) {
            values.show(watch);
        }
        body.getChildren().setAll(charts ? values : grid);
        Region focus = charts ? values : cards.get(Math.max(0, chosen));
        focus.requestFocus();
    }

    private boolean putBack() {
        if (body.getChildren().contains(values)) {
            toggleValues();
            return true;
        }
        if (tuning.end()) {
            return true;
        }
        boolean pointed = model.crosshairProperty().get() != null;
        model.crosshairProperty().set(null);
        return pointed;
    }

    @Override
    public void shown() {
        model.start();
    }

    @Override
    public void left() {
        model.stop();
        expiry.left();
    }
}
