package io.tapdeck.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** By how much this computer's clock is wrong, in words. */
public final class ClockSkew {
    /** What every service lets pass (IAM user guide, "Troubleshoot Signature Version 4 signing": five minutes). */
    static final Duration ALLOWED = Duration.ofMinutes(5);

    private static final String REMEDY = "Set it, or have it set by a time server, and repeat.";

    private ClockSkew() {}

    /**
     * A sentence about a clock that AWS's own is five minutes or more away from, and what to do; empty for a clock that is
     * right enough.
     *
     * @param here this computer's time
     * @param there AWS's time at the same moment
     */
    public static Optional<String> words(Instant here, Instant there) {
        Duration ahead = Duration.between(there, here);
        return ahead.abs().compareTo(ALLOWED) < 0 ? Optional.empty() : Optional.of(words(ahead) + " " + REMEDY);
    }

    /** What AWS answered to a call whose time it does not believe. */
    static AwsException refused(String awsWords, Throwable thrown) {
        String words = AwsTexts.ahead(awsWords)
                .filter(ahead -> ahead.abs().compareTo(ALLOWED) >= 0)
                .map(ClockSkew::words)
                .orElse("This computer's clock is wrong: AWS does not believe the time of its calls.");
        return new AwsException(words, REMEDY, AwsException.Kind.UNREACHABLE, thrown);
    }

    private static String words(Duration ahead) {
        long minutes = Math.round(ahead.abs().toSeconds() / 60.0);
        String time = minutes < 120 ? minutes + " minutes" : Math.round(minutes / 60.0) + " hours";
        return "This computer's clock is %s %s AWS's.".formatted(time, ahead.isNegative() ? "behind" : "ahead of");
    }
}
