package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.thirdblueprint.NoteBoard;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The environment's page of a blueprint that the desk has never heard of. */
@ExtendWith({Headless.class, FxWatchdog.class})
class ThirdBlueprintPageTest {
    private final NoteBoard noteBoard = new NoteBoard();
    private final TestDesk desk = new TestDesk().withBlueprints(noteBoard);
    private final OnePage<WatchPage> page = new OnePage<>(desk, this::open);

    private WatchPage open(PageContext context) {
        EnvironmentKey key = new EnvironmentKey(TestDesk.ACCOUNT, TestDesk.REGION, NoteBoard.ID, new Suffix("qa7"));
        DeployedEnvironment environment = new DeployedEnvironment(
                key,
                key.stackName(),
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + key.stackName() + "/1",
                new StackState("CREATE_COMPLETE"),
                desk.clock.instant().minus(Duration.ofDays(1)),
                Map.of(),
                List.of(new PhysicalResource(
                        "Notesqa7", "AWS::SQS::Queue", "https://sqs.us-east-1.amazonaws.com/000000000000/notes-qa7")));
        desk.deployments.add(environment);
        return WatchPage.of(context, environment);
    }

    private Watch watch(Range range) {
        Instant end = desk.clock.instant();
        Instant start = end.minus(range.length());
        List<Series.Point> points = IntStream.range(0, 12)
                .mapToObj(i -> new Series.Point(end.minus(Duration.ofMinutes(5L * (12 - i))), 900 + i))
                .toList();
        AlarmState alarm = desk.alarm(noteBoard.alarms().getFirst(), AlarmState.State.OK, Duration.ofMinutes(37), true);
        return new Watch(
                end,
                start,
                end,
                List.of(new Series("noteSize", Duration.ofMinutes(5), points)),
                List.of(alarm),
                List.of());
    }

    @Test
    void showsItsChartAndItsAlarm(Screen screen) {
        desk.monitor.watchAs((environment, range) -> watch(range));
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();

        assertThat(screen.shows("Note size")).isTrue();
        assertThat(screen.shows("SentMessageSize, maximum")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
    }
}
