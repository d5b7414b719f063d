package io.tapdeck.sandbox.cloudwatch.workload;

/**
 * Numbers that look random and are a pure function of what they are asked for, so that any part of a history can be computed
 * at any moment, in any order.
 *
 * @param seed another one gives another history
 */
record Noise(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The noise of a thing that has a name. */
    static Noise of(String identity) {
        return new Noise(identity.hashCode() * GOLDEN);
    }

    /** From 0 to before 1, the same for the same arguments (SplitMix64's finalizer). */
    double at(long index, int stream) {
        long z = seed + index * GOLDEN + stream * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** From -1 to before 1. */
    double around(long index, int stream) {
        return 2 * at(index, stream) - 1;
    }
}
