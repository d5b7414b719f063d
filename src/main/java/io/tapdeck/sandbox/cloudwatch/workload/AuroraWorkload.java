package io.tapdeck.sandbox.cloudwatch.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The load on one Aurora Serverless v2 instance: a pure function of time, so that any part of its history can be computed
 * at any moment, in any order.
 *
 * <p>Capacity follows load as Aurora's does (Aurora user guide, "How Aurora Serverless v2 works"): in steps of 0.5 ACU,
 * between minimum and maximum, to zero after a time without connections if the minimum is zero.
 */
final class AuroraWorkload {
    private static final int SAMPLE_SECONDS = 10;
    private static final int SAMPLES_A_MINUTE = 6;

    /**
     * The range that capacity moves in.
     *
     * @param minimum in ACU, 0 or at least 0.5
     * @param maximum in ACU, at least 1
     * @param secondsUntilAutoPause matters at a minimum of 0 only
     */
    record Scaling(double minimum, double maximum, int secondsUntilAutoPause) {}

    /**
     * Averages over a minute.
     *
     * @param capacity in ACU
     * @param cpu in percent
     */
    record Load(double capacity, double cpu, double connections) {}

    private final AuroraParameters parameters;
    private final Noise noise;
    private final Instant start;
    private final double share;

    /**
     * The workload of an instance.
     *
     * @param seed the cluster's: its instances have their bursts at the same times
     * @param start when the cluster began to serve
     * @param share this instance's part of the cluster's load
     */
    AuroraWorkload(AuroraParameters parameters, long seed, Instant start, double share) {
        this.parameters = parameters;
        this.noise = new Noise(seed);
        this.start = start;
        this.share = share;
    }

    /** The load in the minute that begins at {@code minute}; empty while the instance is paused. */
    Optional<Load> at(Instant minute, Scaling scaling) {
        if (paused(minute, scaling)) {
            return Optional.empty();
        }
        double capacity = 0;
        double demand = 0;
        for (int sample = 0; sample < SAMPLES_A_MINUTE; sample++) {
            double now = demand(minute.plusSeconds((long) sample * SAMPLE_SECONDS), scaling);
            demand += now;
            capacity += capacity(now, scaling);
        }
        double average = demand / SAMPLES_A_MINUTE;
        return Optional.of(
                new Load(capacity / SAMPLES_A_MINUTE, cpu(average, minute), connections(average, scaling.maximum)));
    }

    private static double capacity(double demand, Scaling scaling) {
        double steps = Math.ceil(demand * scaling.maximum * 2) / 2;
        return Math.clamp(steps, Math.max(0.5, scaling.minimum), scaling.maximum);
    }

    private double cpu(double demand, Instant minute) {
        AuroraParameters.Cpu cpu = parameters.cpu();
        double wobble = cpu.noise() * (2 * noise.at(minute.getEpochSecond(), 7) - 1);
        return Math.clamp(cpu.idle() + cpu.perLoad() * demand + wobble, 0, 100);
    }

    private double connections(double demand, double maximum) {
        AuroraParameters.Connections connections = parameters.connections();
        return Math.rint((connections.idle() + connections.perLoad() * demand) * Math.sqrt(maximum / 2));
    }

    private double demand(Instant time, Scaling scaling) {
        // A cluster that may pause serves nobody between its bursts; else it never would.
        double quiet = scaling.minimum == 0
                ? 0
                : parameters.base() + parameters.business().at(time);
        double burst = burst(time);
        double smooth = quiet + Math.max(0, burst - quiet) * height(time);
        double wobble =
                parameters.noise() * (noise.at(time.getEpochSecond(), 1) + noise.at(time.getEpochSecond(), 2) - 1);
        return Math.max(0, share * (smooth + wobble * Math.max(0.3, smooth)));
    }

    /** The load at the top of the burst that is nearest. */
    private double burst(Instant time) {
        AuroraParameters.Burst burst = parameters.burst();
        long index = burstIndex(time);
        if (index % burst.heavyEvery() == burst.heavyEvery() - 1) {
            return burst.heavyLevel();
        }
        return burst.level() + burst.levelSpread() * (2 * noise.at(index, 3) - 1);
    }

    /** How much of the burst is there: 0 between bursts, 1 on its plateau. */
    private double height(Instant time) {
        AuroraParameters.Burst burst = parameters.burst();
        double minutes = sinceBurst(time);
        double plateau = plateau(burstIndex(time));
        double rise = Math.clamp(minutes / burst.riseMinutes() + 1, 0, 1);
        double fall = Math.clamp((plateau + burst.fallMinutes() - minutes) / burst.fallMinutes(), 0, 1);
        return Math.min(rise, fall);
    }

    private boolean paused(Instant minute, Scaling scaling) {
        if (scaling.minimum > 0) {
            return false;
        }
        AuroraParameters.Burst burst = parameters.burst();
        double sinceBurst = sinceBurst(minute);
        double idle = sinceBurst - plateau(burstIndex(minute)) - burst.fallMinutes();
        // Before the first burst nobody has come yet: it stays awake for as long as after one.
        double awake = Duration.between(start, minute).toSeconds() / 60.0;
        boolean beforeBurst = sinceBurst < -burst.riseMinutes() - 1;
        double since = beforeBurst ? awake : idle;
        return since * 60 >= scaling.secondsUntilAutoPause;
    }

    /** The burst that has begun, or the first. */
    private long burstIndex(Instant time) {
        AuroraParameters.Burst burst = parameters.burst();
        double minutes = Duration.between(start, time).toSeconds() / 60.0 - burst.firstAfterMinutes();
        double lead = burst.riseMinutes() + burst.jitterMinutes();
        return Math.max(0, (long) Math.floor((minutes + lead) / burst.everyMinutes()));
    }

    /** Minutes since the plateau of the burst began; negative before. */
    private double sinceBurst(Instant time) {
        AuroraParameters.Burst burst = parameters.burst();
        long index = burstIndex(time);
        double begin = burst.firstAfterMinutes()
                + index * burst.everyMinutes()
                + burst.jitterMinutes() * (2 * noise.at(index, 5) - 1);
        return Duration.between(start, time).toMillis() / 60_000.0 - begin;
    }

    private double plateau(long index) {
        AuroraParameters.Burst burst = parameters.burst();
        return burst.plateauMinutes() + burst.plateauSpreadMinutes() * (2 * noise.at(index, 4) - 1);
    }
}
