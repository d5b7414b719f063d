package io.tapdeck.sandbox.cloudwatch.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A queue's messages: none appears from nowhere, none is lost. */
class QueueHistoryTest {
    private static final BackupParameters PARAMETERS = WorkloadFile.load("backup-system", BackupParameters.class);
    private static final Instant SUNDAY = Instant.parse("2026-11-22T08:00:00Z");

    @Property(tries = 25)
    void everyMessageIsSomewhere(
            @ForAll long seed,
            @ForAll @IntRange(max = 43_200) int visibilityTimeout,
            @ForAll @IntRange(min = 60, max = 1_209_600) int retention,
            @ForAll @IntRange(min = 1, max = 1000) int maxReceiveCount) {
        long balance = 0;
        for (QueueMinute minute : day(seed, settings(visibilityTimeout, retention, maxReceiveCount))) {
            balance += minute.sent() - minute.deleted() - minute.expired();
            assertThat(minute.visible() + minute.notVisible() + minute.dead()).isEqualTo(balance);
            assertThat(minute.received()).isBetween(0L, PARAMETERS.worker().capacity());
        }
    }

    @Property(tries = 200)
    void theWorkerFallsBehindForMoreThanAnHourAndCatchesUp(@ForAll long seed, @ForAll @IntRange(max = 167) int hour) {
        List<QueueMinute> minutes =
                minutes(seed, SUNDAY.plus(Duration.ofHours(hour)), settings(900, 1_209_600, 3), 300);
        List<Long> ages =
                minutes.stream().map(minute -> minute.oldestAge().orElse(0)).toList();

        assertThat(ages.subList(0, 15)).allMatch(age -> age < 300);
        assertThat(ages.subList(15, 130)).anyMatch(age -> age > 3600);
        // Later a job comes that breaks the worker, and grows old between its receives.
        assertThat(ages.subList(175, 220)).allMatch(age -> age < 600);
    }

    @Property(tries = 200)
    void theFirstDeadLetterComesWithinTwentyMinutesAndGoesBackWithinTheHour(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int maxReceiveCount) {
        List<QueueMinute> minutes = minutes(seed, SUNDAY, settings(43_200, 1_209_600, maxReceiveCount), 60);

        assertThat(minutes.subList(0, 20)).anyMatch(minute -> minute.dead() > 0);
        assertThat(minutes.subList(40, 60)).anyMatch(minute -> minute.redriven() > 0);
        assertThat(minutes.getLast().dead()).isZero();
    }

    /** The third episode's jobs break the worker: they come back after the visibility timeout only. */
    @Example
    void whatBreaksTheWorkerIsBuriedAfterAsManyVisibilityTimeoutsAsReceivesAreAllowed() {
        int third = firstBurialAfter(200, settings(1800, 1_209_600, 3));
        int sooner = firstBurialAfter(200, settings(600, 1_209_600, 3));

        assertThat(third - sooner).isEqualTo(3 * (30 - 10));
    }

    @Example
    void anotherSettingHoldsFromItsMinuteOn() {
        QueueHistory changed = history(7, SUNDAY, settings(900, 1_209_600, 3));
        QueueHistory same = history(7, SUNDAY, settings(900, 1_209_600, 3));
        changed.change(SUNDAY.plus(Duration.ofMinutes(2)), settings(900, 1_209_600, 500));

        assertThat(changed.at(SUNDAY.plus(Duration.ofMinutes(1))))
                .isEqualTo(same.at(SUNDAY.plus(Duration.ofMinutes(1))));
        assertThat(changed.at(SUNDAY.plus(Duration.ofMinutes(25))).orElseThrow().dead())
                .isZero();
        assertThat(same.at(SUNDAY.plus(Duration.ofMinutes(25))).orElseThrow().dead())
                .isPositive();
    }

    @Example
    void aWeekdaysNoonIsBusierThanItsEvening() {
        List<QueueMinute> monday = minutes(1, SUNDAY.plus(Duration.ofHours(16)), settings(900, 1_209_600, 3), 24 * 60);

        assertThat(sent(monday, 12)).isGreaterThan(2 * sent(monday, 22));
        assertThat(sent(monday, 1)).isGreaterThan(3 * sent(monday, 22));
    }

    private static int firstBurialAfter(int from, QueueSettings settings) {
        List<QueueMinute> minutes = minutes(3, SUNDAY, settings, 600);
        for (int minute = from; minute < 600; minute++) {
            if (minutes.get(minute).buried() > 0) {
                return minute;
            }
        }
        throw new AssertionError("nothing buried");
    }

    private static long sent(List<QueueMinute> day, int hour) {
        return day.subList(hour * 60, hour * 60 + 60).stream()
                .mapToLong(QueueMinute::sent)
                .sum();
    }

    private static List<QueueMinute> day(long seed, QueueSettings settings) {
        return minutes(seed, SUNDAY, settings, 24 * 60);
    }

    private static List<QueueMinute> minutes(long seed, Instant from, QueueSettings settings, int count) {
        QueueHistory history = history(seed, from, settings);
        List<QueueMinute> minutes = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            minutes.add(
                    history.at(history.start().plus(Duration.ofMinutes(minute))).orElseThrow());
        }
        return minutes;
    }

    private static QueueHistory history(long seed, Instant createdAt, QueueSettings settings) {
        return new QueueHistory(PARAMETERS, new Noise(seed), createdAt, settings);
    }

    private static QueueSettings settings(int visibilityTimeout, int retention, int maxReceiveCount) {
        return new QueueSettings(
                Duration.ofSeconds(visibilityTimeout),
                Duration.ofSeconds(retention),
                OptionalInt.of(maxReceiveCount),
                Duration.ofDays(14));
    }
}
