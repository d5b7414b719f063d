package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.AlarmReason;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.kit.VirtualClock;
import io.tapdeck.desk.watch.chart.AlarmBand.Segment;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the alarms were not OK, and for how long. */
class EpisodeTest {
    private static final Instant NOW = VirtualClock.START;
    private final TestDesk desk = new TestDesk();
    private final Measured measured = new Measured(desk);

    private List<Episode> episodes() {
        return Episode.of(measured.watch(Range.THREE_HOURS), desk.aurora);
    }

    @Test
    void anEpisodeLastsUntilTheNextTransitionOfItsAlarm() {
        assertThat(episodes())
                .extracting(episode -> WatchWords.length(episode, NOW))
                .containsExactly("37 min so far", "14 min", "10 min");
    }

    @Test
    void onlyWhatRangCountsAsAnAlarm() {
        assertThat(WatchWords.count(episodes(), Range.THREE_HOURS)).isEqualTo("2 alarms in 3 h");
    }

    @Test
    void anAlarmThatRingsSinceBeforeTheRangeIsAnEpisodeToo() {
        Watch watch = measured.watch(Range.HOUR);
        Watch silent = new Watch(watch.asOf(), watch.start(), watch.end(), watch.series(), watch.alarms(), List.of());
        assertThat(Episode.of(silent, desk.aurora))
                .extracting(Episode::alarmTitle)
                .containsExactly("ACU utilization");
    }

    @Test
    void cloudWatchsReasonIsSaidShortly() {
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 2 out of the last 2 datapoints [83.94 (20/11/26 14:00:00), 86.2 (20/11/26"
                                + " 13:55:00)] were greater than or equal to the threshold (80.0) (minimum 2 datapoints"
                                + " for OK -> ALARM transition).",
                        "%"))
                .isEqualTo("2 of 2 at or above 80 %: 83.9, 86.2");
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 1 datapoint [41.0 (20/11/26 14:00:00)] was greater than or equal to the"
                                + " threshold (40.0).",
                        ""))
                .isEqualTo("1 of 1 at or above 40: 41");
    }

    @Test
    void wordsThatAreNotKnownStayAsTheyAre() {
        assertThat(AlarmReason.of("Insufficient Data: 2 datapoints were unknown.", "%"))
                .isEqualTo("Insufficient Data: 2 datapoints were unknown.");
    }

    @Test
    void ofSeveralAlarmsTheWorstStateIsSeen() {
        Instant middle = NOW.minus(Duration.ofMinutes(30));
        Instant start = NOW.minus(Duration.ofHours(1));
        List<Segment> quiet = List.of(new Segment(start, NOW, State.OK));
        List<Segment> loud =
                List.of(new Segment(start, middle, State.INSUFFICIENT_DATA), new Segment(middle, NOW, State.ALARM));
        assertThat(WorstBand.of(List.of(quiet, loud))).isEqualTo(loud);
        assertThat(WorstBand.of(List.of(quiet, quiet))).isEqualTo(quiet);
    }

    @Test
    void aValueBelowItsThresholdIsSaidToBeBelow() {
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 1 out of the last 1 datapoints [3.0 (20/11/26 14:20:00)] was less than the"
                                + " threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).",
                        "GiB"))
                .isEqualTo("1 of 1 below 5 GiB: 3");
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 1 datapoint [-3.0 (20/11/26 14:20:00)] was less than or equal to the threshold"
                                + " (-1.0).",
                        ""))
                .isEqualTo("1 of 1 at or below -1: -3");
        assertThat(AlarmReason.of(
                        "Threshold Crossed: 1 datapoint [9.0 (20/11/26 14:20:00)] was greater than the threshold (5.0).",
                        ""))
                .isEqualTo("1 of 1 above 5: 9");
    }
}
