package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.AlarmTransition;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Series.Point;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a backup system: seven charts, two of which need what is switched off. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ManyChartsTest {
    private final TestDesk desk = new TestDesk();
    private final Blueprint blueprint = new BackupSystem();
    private final OnePage<WatchPage> page = new OnePage<>(desk, this::open);
    private boolean requestMetrics;

    private WatchPage open(PageContext context) {
        EnvironmentKey key = new EnvironmentKey("000000000000", "us-east-1", blueprint.id(), new Suffix("stage2"));
        DeployedEnvironment environment = new DeployedEnvironment(
                key,
                key.stackName(),
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + key.stackName() + "/1",
                new StackState("CREATE_COMPLETE"),
                desk.clock.instant().minus(Duration.ofDays(2)),
                Map.of(),
                List.of());
        Watched watched = new Watched(key.account(), key.region(), key.stackName(), blueprint, List.of());
        return new WatchPage(
                context,
                environment,
                new WatchModel(
                        watched,
                        context.services().monitor(),
                        context.services().clock(),
                        context.background(),
                        context.presence()));
    }

    private void show(Screen screen, Theme.Choice theme) {
        desk.monitor.watchAs((environment, range) -> watch(range));
        page.show(screen, theme);
        desk.background.settle();
    }

    /** A worker that fell behind an hour ago, and poison messages since twenty minutes. */
    private Watch watch(Range range) {
        Instant end = desk.clock.instant();
        Instant start = end.minus(range.length());
        List<Series> series = blueprint.charts().stream()
                .map(chart -> new Series(chart.id(), range.period(), points(chart, range, start, end)))
                .toList();
        List<AlarmState> alarms = blueprint.alarms().stream()
                .filter(alarm -> alarm.needs() == null || requestMetrics)
                .map(alarm -> alarm(alarm, end))
                .toList();
        Instant rang = end.minus(Duration.ofMinutes(20));
        AlarmTransition transition = new AlarmTransition(
                "deadLetters",
                "DeadLetters",
                rang,
                State.OK,
                State.ALARM,
                "Threshold Crossed: 1 datapoint [2.0 (20/11/26 14:20:00)] was greater than or equal to the threshold (1.0).");
        return new Watch(end, start, end, series, alarms, List.of(transition));
    }

    private List<Point> points(ChartDescription chart, Range range, Instant start, Instant end) {
        List<Point> points = new ArrayList<>();
        if ((chart.needs() != null && !requestMetrics) || chart.id().equals("systemErrors")) {
            return points;
        }
        for (Instant at = start; at.isBefore(end); at = at.plus(range.period())) {
            double before = Duration.between(at, end).toSeconds() / 60.0;
            double behind = Math.max(0, 60 - Math.abs(before - 60)) / 60;
            switch (chart.id()) {
                case "backlog" -> points.add(new Point(at, Math.round(40 + 900 * behind)));
                case "oldestMessage" -> points.add(new Point(at, Math.round(20 + 3000 * behind)));
                case "deadLetters" -> points.add(new Point(at, before < 20 ? 2 : 0));
                case "throttles" -> {
                    if (behind > 0.8) {
                        points.add(new Point(at, Math.round(30 * (behind - 0.8))));
                    }
                }
                default -> points.add(new Point(at, 0.01 + 0.05 * behind));
            }
        }
        return points;
    }

    private static AlarmState alarm(AlarmDescription description, Instant now) {
        boolean rings = description.id().equals("deadLetters");
        return new AlarmState(
                description.id(),
                description.logicalId(),
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + description.logicalId(),
                rings ? State.ALARM : State.OK,
                now.minus(Duration.ofMinutes(rings ? 20 : 600)),
                "",
                description.defaults().threshold().doubleValue(),
                description.defaults().datapointsToAlarm(),
                description.defaults().evaluationPeriods(),
                description.defaults().periodSeconds(),
                "notBreaching",
                true);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutOff(Theme.Choice theme, Screen screen) {
        show(screen, theme);
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "watch-backup-" + theme.key() + "-1000");
        Pictures.save(page.scene(theme, 1280, 800), "watch-backup-" + theme.key());
    }

    @Test
    void whatIsSwitchedOffIsNotThereAndALineSaysWhatWouldShowIt(Screen screen) {
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("4xxErrors, average")).isFalse();
        assertThat(screen.shows("Bucket 4xx share, Bucket 5xx share: off. Switch request metrics on."))
                .isTrue();

        requestMetrics = true;
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(screen.shows("4xxErrors, average")).isTrue();
        assertThat(screen.shows("off. Switch request metrics on.")).isFalse();
        Pictures.save(screen.scene(), "watch-backup-all-1000");
        Scene wide = page.scene(Theme.Choice.DARK, 1280, 800);
        Pictures.save(wide, "watch-backup-all");
        assertThat(wide.getRoot().lookupAll(".td-chart-card").stream()
                        .map(card -> Math.round(card.getLayoutBounds().getWidth()))
                        .distinct())
                .as("no card is wider than its column")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aDigitScrollsItsChartIntoSight(Screen screen) {
        requestMetrics = true;
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.DIGIT7);

        var focused = screen.scene().getFocusOwner();
        assertThat(focused.getAccessibleText()).startsWith("Bucket 5xx share");
        assertThat(focused.localToScene(focused.getBoundsInLocal()).getMaxY())
                .isLessThanOrEqualTo(screen.scene().getHeight());
    }
}
