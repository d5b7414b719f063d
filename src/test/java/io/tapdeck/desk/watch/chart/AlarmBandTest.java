package io.tapdeck.desk.watch.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.watch.chart.AlarmBand.Segment;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.AlarmState.State;
import io.tapdeck.monitor.AlarmTransition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The band below a chart. */
class AlarmBandTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant END = START.plusSeconds(10_800);

    private static AlarmTransition to(int minute, State from, State to) {
        return new AlarmTransition("cpu", "HighCPU", START.plusSeconds(minute * 60L), from, to, "why");
    }

    private static AlarmState since(Instant since, State state) {
        return new AlarmState("cpu", "HighCPU", "arn", state, since, "", 80, 2, 2, 300, null, true);
    }

    @Test
    void everyTransitionBeginsASegment() {
        List<Segment> band =
                AlarmBand.of(List.of(to(60, State.ALARM, State.OK), to(30, State.OK, State.ALARM)), null, START, END);
        assertThat(band)
                .containsExactly(
                        new Segment(START, START.plusSeconds(1800), State.OK),
                        new Segment(START.plusSeconds(1800), START.plusSeconds(3600), State.ALARM),
                        new Segment(START.plusSeconds(3600), END, State.OK));
    }

    @Test
    void withoutTransitionsTheStateNowHoldsSinceItBegan() {
        assertThat(AlarmBand.of(List.of(), since(START.plusSeconds(600), State.OK), START, END))
                .containsExactly(new Segment(START.plusSeconds(600), END, State.OK));
        assertThat(AlarmBand.of(List.of(), since(START.minusSeconds(600), State.OK), START, END))
                .containsExactly(new Segment(START, END, State.OK));
    }

    @Test
    void anAlarmThatDoesNotExistHasNoBand() {
        assertThat(AlarmBand.of(List.of(), null, START, END)).isEmpty();
    }

    @Test
    void equalNeighboursAreOneSegment() {
        List<Segment> band = AlarmBand.of(List.of(to(30, State.OK, State.OK)), null, START, END);
        assertThat(band).containsExactly(new Segment(START, END, State.OK));
    }
}
