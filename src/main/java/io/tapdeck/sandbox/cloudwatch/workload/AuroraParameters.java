package io.tapdeck.sandbox.cloudwatch.workload;

/**
 * The parameters of {@link AuroraWorkload}. Loads are shares of the maximum capacity.
 *
 * @param noise largest distance from the smooth load, for 10 seconds at a time
 * @param readerShare a reader's load relative to the writer's
 */
record AuroraParameters(
        double base,
        BusinessHours business,
        double noise,
        Burst burst,
        double readerShare,
        Cpu cpu,
        Connections connections) {

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
}
