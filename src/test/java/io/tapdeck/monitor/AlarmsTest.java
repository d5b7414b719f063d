package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** What is known of alarms beside their state: whom they tell, who has seen them, what is news, since when nothing is. */
class AlarmsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(NOON);
    private final OneAlarm cloudWatch = new OneAlarm();
    private final Path folder;
    private Store store;
    private Monitor monitor;

    AlarmsTest(@TempDir Path folder) {
        this.folder = folder;
        store = Stores.open(folder, clock).store();
        monitor = monitor();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whomItTellsAndWhatItSawIsRead() {
        AlarmState alarm = refresh().alarm("cpu").orElseThrow();

        assertThat(alarm.actions().topics()).containsExactly(OneAlarm.TOPIC);
        assertThat(alarm.actions().onAlarm()).hasSize(2);
        assertThat(alarm.evaluationState()).isEqualTo("PARTIAL_DATA");
        assertThat(alarm.evidence())
                .containsExactly(
                        new Series.Point(NOON.minusSeconds(600), 83), new Series.Point(NOON.minusSeconds(300), 91.5));
    }

    @Test
    void whatIsOnWhenItIsReadForTheFirstTimeIsNoNews() {
        ring();
        refresh();

        assertThat(takeNews()).isEmpty();
    }

    @Test
    void anAlarmThatGoesOnIsToldOnceAlsoOverARestart() {
        refresh();
        ring();
        refresh();
        assertThat(takeNews())
                .singleElement()
                .satisfies(change -> assertThat(change.alarm().arn()).isEqualTo(OneAlarm.ARN));

        refresh();
        assertThat(takeNews()).isEmpty();
        restart();
        refresh();
        assertThat(takeNews()).isEmpty();

        ring();
        refresh();
        assertThat(takeNews()).hasSize(1);
    }

    @Test
    void newsIsKeptUntilItWasTold() {
        refresh();
        ring();
        refresh();
        List<AlarmChange> handedOut = monitor.news();

        assertThat(monitor.news()).isEqualTo(handedOut).hasSize(1);
        monitor.told(handedOut);
        assertThat(monitor.news()).isEmpty();
    }

    @Test
    void anAlarmThatGoesOnAgainBeforeTheFirstTimeWasToldIsNewsOnceMore() {
        refresh();
        ring();
        refresh();
        List<AlarmChange> first = monitor.news();
        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.OK, clock.instant());
        clock.advance(Duration.ofMinutes(3));
        ring();
        Instant again = clock.instant();
        refresh();
        monitor.told(first);

        assertThat(monitor.news()).extracting(change -> change.ring().from()).containsExactly(again);
    }

    @Test
    void newsThatNobodyTookIsToldAfterARestart() {
        refresh();
        ring();
        refresh();
        restart();
        refresh();

        assertThat(takeNews()).hasSize(1);
    }

    @Test
    void anAlarmThatRangBetweenTwoReadingsIsToldOnceWithItsEnd() {
        refresh();
        ring();
        Instant from = clock.instant();
        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.OK, clock.instant());
        monitor.glance(List.of(OneAlarm.ENVIRONMENT));
        AlarmRing rang = new AlarmRing("cpu", from, clock.instant(), "why");

        restart();
        refresh();
        assertThat(takeNews())
                .as("nobody has taken it before the restart")
                .extracting(AlarmChange::ring)
                .containsExactly(rang);

        refresh();
        assertThat(takeNews()).isEmpty();
        restart();
        refresh();
        assertThat(takeNews()).isEmpty();
        assertThat(monitor.rings(OneAlarm.ENVIRONMENT, NOON)).containsExactly(rang);
    }

    @Test
    void anAlarmThatRangTwiceIsToldTwiceAndItsEndIsNoNews() {
        refresh();
        ring();
        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.OK, clock.instant());
        ring();
        refresh();
        assertThat(takeNews()).extracting(change -> change.ring().to() == null).containsExactly(false, true);

        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.OK, clock.instant());
        refresh();
        assertThat(takeNews()).isEmpty();
    }

    @Test
    void whatRangBeforeTheFirstReadingIsNoNews() {
        ring();
        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.OK, clock.instant());
        refresh();
        clock.advance(Duration.ofMinutes(3));
        cloudWatch.enter(StateValue.INSUFFICIENT_DATA, clock.instant());
        refresh();

        assertThat(takeNews()).isEmpty();
    }

    @Test
    void anAlarmIsToldAlsoWhereItsHistoryMayNotBeRead() {
        cloudWatch.refuseHistory();
        monitor.glance(List.of(OneAlarm.ENVIRONMENT));
        ring();
        monitor.glance(List.of(OneAlarm.ENVIRONMENT));

        assertThat(takeNews())
                .extracting(AlarmChange::ring)
                .containsExactly(new AlarmRing("cpu", clock.instant(), null, "why"));
        monitor.glance(List.of(OneAlarm.ENVIRONMENT));
        assertThat(takeNews()).isEmpty();
    }

    @Test
    void whatCloudWatchKeepsQuietAboutIsHushed() {
        refresh();
        ring();
        refresh();
        assertThat(takeNews()).extracting(AlarmChange::hushed).containsExactly(false);

        cloudWatch.enter(StateValue.OK, clock.instant().plusSeconds(60));
        cloudWatch.suppressedOver("everything", "ALARM(\"" + OneAlarm.ARN + "\")");
        ring();
        assertThat(refresh().composites())
                .extracting(CompositeAlarm::suppressed)
                .containsExactly(true);
        assertThat(takeNews()).extracting(AlarmChange::hushed).containsExactly(true);
    }

    @Test
    void anAlarmWhoseActionsAreOffIsHushed() {
        cloudWatch.actions(false);
        refresh();
        ring();
        refresh();

        assertThat(takeNews()).extracting(AlarmChange::hushed).containsExactly(true);
    }

    @Test
    void anAcknowledgementEndsWhenTheAlarmGoesOk() {
        ring();
        AlarmState alarm = refresh().alarm("cpu").orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        Instant seen = clock.instant();
        monitor.acknowledge(OneAlarm.ENVIRONMENT, alarm, "Load test, until three.");

        restart();
        assertThat(refresh().acknowledgement(alarm)).get().satisfies(acknowledgement -> {
            assertThat(acknowledgement.note()).isEqualTo("Load test, until three.");
            assertThat(acknowledgement.who()).endsWith("/Administrator/test");
            assertThat(acknowledgement.at()).isEqualTo(seen);
        });

        clock.advance(Duration.ofMinutes(5));
        cloudWatch.enter(StateValue.OK, clock.instant());
        assertThat(refresh().acknowledgements()).isEmpty();
        assertThat(monitor.acknowledgements(OneAlarm.ENVIRONMENT))
                .singleElement()
                .extracting(Acknowledgement::endedAt)
                .isEqualTo(clock.instant());
    }

    @Test
    void anAlarmThatWentOnAnewIsNotAcknowledged() {
        ring();
        AlarmState alarm = refresh().alarm("cpu").orElseThrow();
        clock.advance(Duration.ofMinutes(1));
        monitor.acknowledge(OneAlarm.ENVIRONMENT, alarm, "");

        ring();

        assertThat(refresh().acknowledgements()).isEmpty();
    }

    @Test
    void anAlarmWithoutDataStaysAcknowledged() {
        ring();
        AlarmState alarm = refresh().alarm("cpu").orElseThrow();
        monitor.acknowledge(OneAlarm.ENVIRONMENT, alarm, "");
        clock.advance(Duration.ofMinutes(5));
        cloudWatch.enter(StateValue.INSUFFICIENT_DATA, clock.instant());

        assertThat(refresh().acknowledgements()).hasSize(1);
    }

    @Test
    void compositeAlarmsAreShownWithTheirChildren() {
        cloudWatch.over("everything", "ALARM(\"" + OneAlarm.ARN + "\") AND NOT OK('other alarm')");
        cloudWatch.over("elsewhere", "ALARM(another)");

        assertThat(refresh().composites()).singleElement().satisfies(composite -> {
            assertThat(composite.name()).isEqualTo("everything");
            assertThat(composite.children())
                    .containsExactly(
                            new CompositeAlarm.Child("tapdeck-aurora-mysql-dev-HighCPU", AlarmState.State.OK),
                            new CompositeAlarm.Child("other alarm", null));
        });
    }

    @Test
    void alarmsAreKnownAfterARestartBeforeAnybodyIsAsked() {
        Watch before = refresh();
        restart();

        Watch known = monitor.known(OneAlarm.ENVIRONMENT, Range.HOUR);

        assertThat(known.alarms()).isEqualTo(before.alarms()).isNotEmpty();
        assertThat(known.asOf()).isEqualTo(before.asOf());
    }

    @Test
    void lateIsSinceTheFirstOfTheQuestionsThatFailed() {
        refresh();
        cloudWatch.cutOff(true);
        for (int minute = 1; minute <= 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThatThrownBy(this::refresh).isInstanceOf(MonitorException.class);
        }

        assertThat(monitor.known(OneAlarm.ENVIRONMENT, Range.HOUR).late())
                .isEqualTo(new Late(
                        NOON.plusSeconds(60),
                        NOON,
                        "CloudWatch does not answer. What was read before is still shown."));

        cloudWatch.cutOff(false);
        assertThat(refresh().late()).isNull();
    }

    private void ring() {
        clock.advance(Duration.ofMinutes(5));
        cloudWatch.enter(StateValue.ALARM, clock.instant());
    }

    private Watch refresh() {
        return monitor.refresh(OneAlarm.ENVIRONMENT, Range.HOUR);
    }

    private void restart() {
        store.close();
        store = Stores.open(folder, clock).store();
        monitor = monitor();
    }

    private Monitor monitor() {
        return new CloudWatchMonitor(new InProcessConnection(cloudWatch, clock), store);
    }

    /** What is told to somebody who is told all. */
    private List<AlarmChange> takeNews() {
        List<AlarmChange> news = monitor.news();
        monitor.told(news);
        return news;
    }
}
