package io.tapdeck.sandbox.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the evaluations of an account and region's alarms have found.
 *
 * @param known what they found earlier, oldest first
 * @param until up to and with when that is all there was to find: those moments are not evaluated again
 * @param found takes down what is found from then on
 */
public record AlarmRecord(List<AlarmTransition> known, Instant until, Consumer<AlarmTransition> found) {
    /** Copies the list. */
    public AlarmRecord {
        known = List.copyOf(known);
    }

    /** Nothing is known, and nothing is taken down. */
    public static AlarmRecord none() {
        return new AlarmRecord(List.of(), Instant.MIN, _ -> {});
    }
}
