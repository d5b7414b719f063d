package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The parameters of a workload, as they stand in {@code assets/sandbox}. Loads are shares of the maximum capacity.
 *
 * @param noise largest distance from the smooth load, for 10 seconds at a time
 * @param readerShare a reader's load relative to the writer's
 */
record WorkloadParameters(
        double base,
        Business business,
        double noise,
        Burst burst,
        double readerShare,
        Cpu cpu,
        Connections connections) {

    /** What working hours add. */
    record Business(double fromHour, double toHour, double rampHours, double share, double weekendShare) {}

    /** Peaks between which there is quiet. */
    record Burst(
            double firstAfterMinutes,
            double everyMinutes,
            double jitterMinutes,
            double plateauMinutes,
            double plateauSpreadMinutes,
            double riseMinutes,
            double fallMinutes,
            double level,
            double levelSpread,
            int heavyEvery,
            double heavyLevel) {}

    /** CPU utilization in percent. */
    record Cpu(double idle, double perLoad, double noise) {}

    /** Connections at a maximum of 2 ACU; larger clusters serve more, with the square root of their size. */
    record Connections(double idle, double perLoad) {}

    /** The parameters in a file of {@code assets/sandbox}. */
    static WorkloadParameters load(String file) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = Objects.requireNonNull(
                WorkloadParameters.class.getResourceAsStream("/io/tapdeck/assets/sandbox/" + file), file)) {
            return json.readValue(in, WorkloadParameters.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
