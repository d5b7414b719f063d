package io.tapdeck.sandbox.cloudwatch.workload;

import java.util.OptionalLong;

/**
 * Times at which something is not as usual; minutes count from the first minute of the thing that has them.
 *
 * @param jitterMinutes how much earlier or later one may begin
 * @param spreadMinutes how much shorter or longer one may be
 */
record Episodes(
        double firstAfterMinutes, double everyMinutes, double jitterMinutes, double minutes, double spreadMinutes) {

    /**
     * The number of the episode that is on, from 0; empty when none is.
     *
     * @param stream of the noise; two kinds of episodes of one thing take different ones
     */
    OptionalLong at(long minute, Noise noise, int stream) {
        long index = Math.max(0, (long) Math.floor((minute - firstAfterMinutes + jitterMinutes) / everyMinutes));
        double since = minute - firstAfterMinutes - index * everyMinutes - jitterMinutes * noise.around(index, stream);
        double length = minutes + spreadMinutes * noise.around(index, stream + 1);
        return since >= 0 && since < length ? OptionalLong.of(index) : OptionalLong.empty();
    }
}
