package io.tapdeck.sandbox.vectors;

/**
 * How vectors fared.
 *
 * @param vectors all of them
 * @param played those whose operations and types are served
 * @param passed those without any difference
 * @param leaves the values in the records of all
 * @param leavesPlayed those of the played
 * @param agreeing those that the sandbox's answers have, too
 */
public record Score(int vectors, int played, int passed, int leaves, int leavesPlayed, int agreeing) {
    /** No vector yet. */
    public static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

    /** A vector that was played. */
    public static Score played(Tally tally) {
        return new Score(1, 1, tally.first().isEmpty() ? 1 : 0, tally.leaves(), tally.leaves(), tally.agreeing());
    }

    /** A vector that lacks something, with the values in its records. */
    public static Score notPlayed(int leaves) {
        return new Score(1, 0, 0, leaves, 0, 0);
    }

    /** Both together. */
    public Score plus(Score other) {
        return new Score(
                vectors + other.vectors,
                played + other.played,
                passed + other.passed,
                leaves + other.leaves,
                leavesPlayed + other.leavesPlayed,
                agreeing + other.agreeing);
    }

    @Override
    public String toString() {
        return "%d of %d vectors played, %d pass; %d of %d values played agree (%s), %s of all %d"
                .formatted(
                        played,
                        vectors,
                        passed,
                        agreeing,
                        leavesPlayed,
                        share(agreeing, leavesPlayed),
                        share(agreeing, leaves),
                        leaves);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "none" : Math.floor(1000d * part / whole) / 10d + " %";
    }
}
