package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.MonitorException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the environments' page knows, without a page. */
@ExtendWith(Headless.class)
class HomeModelTest {
    private final TestDesk engines = new TestDesk();
    private final HomeModel model = Screen.call(() ->
            new HomeModel(new OpenSessions(engines.services()), engines.background, new Presence(engines.background)));

    private Knowledge read() {
        Screen.onFx(model::start);
        engines.background.settle();
        return model.knowledgeProperty().get();
    }

    private EnvironmentRow row(String suffix) {
        return model.knowledgeProperty().get().rows().stream()
                .filter(row -> row.suffix().equals(suffix))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isReadAgainEveryMinuteOfTheEndpointsTime() {
        read();
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.background.advance(Duration.ofSeconds(58));
        assertThat(model.knowledgeProperty().get().rows()).isEmpty();
        engines.background.advance(Duration.ofSeconds(3));
        assertThat(model.knowledgeProperty().get().rows()).hasSize(1);
    }

    @Test
    void isReadMoreOftenWhileSomethingChanges() {
        engines.environment("dev", "CREATE_IN_PROGRESS", Duration.ofMinutes(1));
        read();
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofMinutes(2));
        engines.background.advance(Duration.ofSeconds(21));
        assertThat(row("dev").look()).isEqualTo(StateLook.RUNNING);
        assertThat(model.busyProperty().get()).isZero();
    }

    @Test
    void whatWasSeenIsShownBeforeAwsAnswers() {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        read();
        Screen.onFx(model::stop);
        engines.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        HomeModel next = Screen.call(() -> new HomeModel(
                new OpenSessions(engines.services()), engines.background, new Presence(engines.background)));
        Screen.onFx(next::start);
        engines.background.settle();
        Knowledge known = next.knowledgeProperty().get();
        assertThat(known.rows()).extracting(EnvironmentRow::suffix).containsExactly("dev");
        assertThat(known.fromStore()).isTrue();
        assertThat(known.failure()).isEqualTo("AWS does not answer. Check the network.");
    }

    @Test
    void aFailedReadingKeepsWhatWasKnownAndItsAge() {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        Knowledge before = read();
        engines.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        engines.background.advance(Duration.ofSeconds(90));
        Knowledge after = model.knowledgeProperty().get();
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.asOf()).isEqualTo(before.asOf());
        assertThat(StatusWords.of(
                        "Connected to acme",
                        after,
                        false,
                        model.now(),
                        model.now().plusSeconds(30),
                        ""))
                .isEqualTo("Connected to acme. As of 1 min ago; AWS does not answer, next in 30 s");
        engines.deployments.fail(null);
        engines.background.advance(Duration.ofSeconds(61));
        assertThat(model.knowledgeProperty().get().failure()).isNull();
    }

    @Test
    void stacksAreShownThoughAlarmsCannotBeRead() {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.monitor.fail(new MonitorException("CloudWatch refuses.", new IllegalStateException()));
        Knowledge known = read();
        assertThat(known.rows()).hasSize(1);
        assertThat(known.alarmsFailure()).isEqualTo("CloudWatch refuses.");
    }

    @Test
    void aRingingAlarmIsSaidInOneSentence() {
        engines.environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(4));
        engines.measure("prod1", 7.3, State.OK, State.ALARM, State.OK, State.OK);
        read();
        assertThat(row("prod1").group()).isEqualTo(EnvironmentRow.Group.ATTENTION);
        assertThat(Attention.of(row("prod1"), engines.clock.instant(), ZoneOffset.UTC))
                .contains(new Attention(
                        "ACU utilization", "91.2 %, threshold 80 %, since 14:05 (37 min). 2 of 2 data points."));
    }

    @Test
    void zeroCapacityIsPausedAndNotAProblem() {
        engines.environment("dev", "UPDATE_COMPLETE", Duration.ofDays(1));
        engines.measure("dev", 0, State.OK, State.OK, State.OK, State.INSUFFICIENT_DATA);
        read();
        assertThat(row("dev").look()).isEqualTo(StateLook.PAUSED);
        assertThat(row("dev").group()).isEqualTo(EnvironmentRow.Group.STEADY);
    }

    @Test
    void whatWasNotCreatedSaysThatNothingIsLeft() {
        engines.environment("stage2", "ROLLBACK_COMPLETE", Duration.ofMinutes(3));
        read();
        assertThat(Attention.of(row("stage2"), engines.clock.instant(), ZoneOffset.UTC)
                        .orElseThrow()
                        .text())
                .startsWith("stage2 was not created.");
    }

    @Test
    void aClosedGroupShowsItsHeadOnly() {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.environment("qa", "CREATE_IN_PROGRESS", Duration.ofHours(1));
        List<EnvironmentRow> rows = read().rows();
        assertThat(ListLine.of(rows, ListLine.Grouping.ATTENTION, Order.TROUBLE, Set.of("Steady"), 1))
                .hasSize(3)
                .last()
                .isInstanceOfSatisfying(
                        ListLine.Head.class, head -> assertThat(head.count()).isEqualTo(1));
        assertThat(ListLine.of(rows, ListLine.Grouping.NONE, Order.TROUBLE, Set.of(), 1))
                .hasSize(2);
    }

    @Test
    void theFilterLooksAtNameAccountStateAndBlueprint() {
        engines.environment("dev", "UPDATE_ROLLBACK_COMPLETE", Duration.ofHours(1));
        read();
        assertThat(List.of("DEV", "0000", "rolled", "update_roll", "mysql", "us-east"))
                .allMatch(text -> row("dev").matches(text));
        assertThat(row("dev").matches("prod")).isFalse();
    }
}
