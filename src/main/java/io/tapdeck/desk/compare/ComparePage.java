package io.tapdeck.desk.compare;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.watch.WatchModel;
import io.tapdeck.desk.watch.chart.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two environments side by side: where their definitions differ, and a metric of both on one chart. */
public final class ComparePage extends BasePage {
    /** The part of the page that the table may take; the rest is the chart's. */
    private static final double TABLE = 0.4;

    private static final int FAR = 10;

    private final CompareModel model;
    private final TimeWindow window;
    private final CompareHead head;
    private final DifferenceTable table = new DifferenceTable();
    private final @Nullable ComparedChart chart;

    /**
     * The page of two environments.
     *
     * @param context of the session that reaches the left one
     * @param rightServices of the session that reaches the right one
     */
    public static ComparePage of(
            PageContext context, DeployedEnvironment left, DeskServices rightServices, DeployedEnvironment right) {
        DeskServices services = context.services();
        return new ComparePage(
                new CompareModel(
                        services.blueprints(),
                        side(services, left),
                        side(rightServices, right),
                        context.background(),
                        context.presence()),
                context.accounts(),
                services.clock().instant());
    }

    private static Side side(DeskServices services, DeployedEnvironment environment) {
        return new Side(
                environment,
                services.blueprints().find(environment.key().blueprint()).orElse(null),
                services.deployments(),
                services.monitor(),
                services.clock());
    }

    /** A page that asks nobody until it is shown. */
    private ComparePage(CompareModel model, AccountMarks accounts, Instant opened) {
        super(Section.ENVIRONMENTS, "Environments", "Compare");
        this.model = model;
        window = new TimeWindow(opened.minus(model.rangeProperty().get().length()), opened, ZoneId.systemDefault());
        head = new CompareHead(accounts, model::swap);
        table.maxHeightProperty().bind(root.heightProperty().multiply(TABLE));
        VBox page = new VBox(12, head, table);
        page.setPadding(new Insets(12, 24, 12, 24));
        if (model.charts().isEmpty()) {
            chart = null;
            page.getChildren().add(Texts.paragraph(withoutChart(), "td-muted"));
        } else {
            chart = new ComparedChart(model, window);
            VBox.setVgrow(chart, Priority.ALWAYS);
            page.getChildren().add(chart);
        }
        root.getChildren().add(page);
        InvalidationListener any = observed -> show();
        model.pairProperty().addListener(any);
        model.sides().forEach(side -> {
            side.describedProperty().addListener(any);
            side.problemProperty().addListener(any);
        });
        model.watches().forEach(this::follow);
        model.rangeProperty().addListener(observed -> window.back());
        window.zoneProperty().addListener(any);
        show();
    }

    private void follow(WatchModel watch) {
        watch.crosshairProperty().bindBidirectional(window.crosshairProperty());
        watch.follow(window, () -> (int) root.getWidth());
        watch.watchProperty().addListener(observed -> show());
        watch.nowProperty().addListener(observed -> tell());
        watch.failureProperty().addListener(observed -> tell());
        watch.lateProperty().addListener(observed -> tell());
    }

    private String withoutChart() {
        return model.watches().size() < 2
                ? "This Tapdeck does not know both blueprints, so there is no chart."
                : "The two blueprints have no metric in common, so there is no chart.";
    }

    private void show() {
        CompareModel.Pair pair = model.pair();
        head.show(pair);
        table.show(model.comparison(), problems(), pair.leftName(), pair.rightName());
        if (chart != null) {
            chart.show();
        }
        tell();
    }

    /** Both sides may have the same, such as a network that is down. */
    private List<String> problems() {
        return model.sides().stream()
                .map(side -> side.problemProperty().get())
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    private void tell() {
        tellFresh(problems().isEmpty() && model.watches().stream().noneMatch(WatchModel::late));
        tell(CompareWords.status(model, window));
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        if (chart != null) {
            keys.add(new KeyHint("1–" + Math.min(9, chart.metricCount()), "metric"));
            keys.add(new KeyHint("← →", "crosshair"));
            keys.add(new KeyHint("+ −", "range"));
        }
        keys.add(new KeyHint("S", "swap sides"));
        keys.add(new KeyHint("A", "equal ones too"));
        keys.add(new KeyHint("↑ ↓", "scroll"));
        if (chart != null) {
            keys.add(new KeyHint("V", "values as table"));
            keys.add(new KeyHint("U", "UTC"));
        }
        return keys;
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case S -> model.swap();
            case A -> table.toggleEqual();
            case UP -> table.scroll(-1);
            case DOWN -> table.scroll(1);
            case PAGE_UP -> table.scroll(-FAR);
            case PAGE_DOWN -> table.scroll(FAR);
            default -> used = chart != null && onChartKey(event, chart);
        }
        return used;
    }

    private boolean onChartKey(KeyEvent event, ComparedChart shown) {
        int jump = event.isShiftDown() ? FAR : 1;
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> moveCrosshair(-jump);
            case RIGHT -> moveCrosshair(jump);
            case PLUS, ADD, EQUALS -> model.zoom(1);
            case MINUS, SUBTRACT -> model.zoom(-1);
            case V -> shown.toggleValues();
            case U -> window.toggleUtc();
            case ESCAPE -> used = putBack(shown);
            default -> used = shown.choose(place(event.getCode()));
        }
        return used;
    }

    /** The place of a digit from 1; -1 for any other key. */
    private static int place(KeyCode code) {
        return code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
    }

    /** Along the points of the left side, or of the right one where the left has none yet. */
    private void moveCrosshair(int points) {
        model.watches().stream()
                .filter(watch -> watch.watchProperty().get() != null)
                .findFirst()
                .ifPresent(watch -> watch.moveCrosshair(points));
    }

    private boolean putBack(ComparedChart shown) {
        if (shown.asTable()) {
            shown.toggleValues();
            return true;
        }
        boolean pointed = window.crosshairProperty().get() != null;
        window.crosshairProperty().set(null);
        return pointed;
    }

    @Override
    public void shown() {
        model.start();
        if (chart != null) {
            chart.requestFocus();
        }
    }

    @Override
    public void left() {
        model.stop();
    }
}
