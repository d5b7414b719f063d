package io.tapdeck.sandbox.cloudwatch.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.cloudwatch.Aurora;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;

class AuroraWorkloadTest {
    private static final AuroraParameters PARAMETERS = WorkloadFile.load("aurora-mysql", AuroraParameters.class);
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Property(tries = 300)
    void capacityStaysInItsRange(
            @ForAll long seed,
            @ForAll("scalings") AuroraWorkload.Scaling scaling,
            @ForAll @IntRange(max = 20_000) int minute) {
        new AuroraWorkload(PARAMETERS, seed, START, 1)
                .at(START.plus(Duration.ofMinutes(minute)), scaling)
                .ifPresent(load -> {
                    assertThat(load.capacity()).isBetween(Math.max(0.5, scaling.minimum()), scaling.maximum());
                    assertThat(load.cpu()).isBetween(0.0, 100.0);
                    assertThat(load.connections()).isNotNegative();
                });
    }

    @Property(tries = 100)
    void theSameMinuteIsAlwaysTheSame(@ForAll long seed, @ForAll @IntRange(max = 20_000) int minute) {
        AuroraWorkload.Scaling scaling = new AuroraWorkload.Scaling(0.5, 2, 300);
        Instant at = START.plus(Duration.ofMinutes(minute));
        AuroraWorkload one = new AuroraWorkload(PARAMETERS, seed, START, 1);
        one.at(at.plusSeconds(60), scaling);
        assertThat(new AuroraWorkload(PARAMETERS, seed, START, 1).at(at, scaling))
                .isEqualTo(one.at(at, scaling));
    }

    @Property(tries = 40)
    void anAlarmFiresAndRecoversWithinTheFirstHour(
            @ForAll @LongRange(min = 0, max = 1_000_000) long name, @ForAll @IntRange(max = 24 * 7) int hour) {
        VirtualClock clock = new VirtualClock(START.plus(Duration.ofHours(hour)));
        ResourceWorld world = new ResourceWorld();
        SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");
        Aurora environment =
                new Aurora(world, "e" + name).cluster(0.5, 2, clock.instant()).alarms(clock.instant());
        clock.advance(Duration.ofMinutes(60));
        assertThat(cloudWatch
                        .describeAlarmHistory(b -> b.alarmName(environment.alarmName("ACUUtilization"))
                                .historyItemType(HistoryItemType.STATE_UPDATE))
                        .alarmHistoryItems())
                .extracting(item -> item.historySummary())
                .containsSubsequence(
                        "Alarm updated from ALARM to OK",
                        "Alarm updated from OK to ALARM",
                        "Alarm updated from INSUFFICIENT_DATA to OK");
    }

    @Property(tries = 20)
    void aClusterThatMayPauseSleepsBetweenItsBurstsAndWakesForThem(@ForAll long seed) {
        AuroraWorkload workload = new AuroraWorkload(PARAMETERS, seed, START, 1);
        AuroraWorkload.Scaling scaling = new AuroraWorkload.Scaling(0, 2, 300);
        long awake = 0;
        for (int minute = 0; minute < 240; minute++) {
            if (workload.at(START.plus(Duration.ofMinutes(minute)), scaling).isPresent()) {
                awake++;
            }
        }
        assertThat(awake).isBetween(60L, 200L);
    }

    @Example
    void burstsComeAboutEveryFortyMinutes() {
        AuroraWorkload workload = new AuroraWorkload(PARAMETERS, 42, START, 1);
        AuroraWorkload.Scaling scaling = new AuroraWorkload.Scaling(0.5, 16, 300);
        int bursts = 0;
        boolean high = false;
        for (int minute = 0; minute < 400; minute++) {
            double capacity = workload.at(START.plus(Duration.ofMinutes(minute)), scaling)
                    .orElseThrow()
                    .capacity();
            if (!high && capacity > 0.75 * 16) {
                high = true;
                bursts++;
            } else if (capacity < 0.6 * 16) {
                high = false;
            }
        }
        assertThat(bursts).isEqualTo(10);
    }

    @Provide
    Arbitrary<AuroraWorkload.Scaling> scalings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 128),
                        Arbitraries.integers().between(2, 512))
                .filter((low, high) -> low <= high)
                .as((low, high) -> new AuroraWorkload.Scaling(low / 2.0, high / 2.0, 300));
    }
}
