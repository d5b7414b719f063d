package io.tapdeck.monitor;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Asks again when AWS says that too much is asked: after a random part of a time that doubles ("full jitter", Amazon
 * Builders' Library, "Timeouts, retries, and backoff with jitter"). Comes on top of the SDK's own few retries.
 */
final class BackOff {
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RandomGenerator random;
    private final Pause pause;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    BackOff(RandomGenerator random, Pause pause) {
        this.random = random;
        this.pause = pause;
    }

    /** By the computer's time. */
    static BackOff real() {
        return new BackOff(RandomGenerator.getDefault(), Thread::sleep);
    }

    <T> T call(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (AwsServiceException e) {
                if (!e.isThrottlingException() || attempt == ATTEMPTS) {
                    throw e;
                }
                rest(longest(attempt), e);
            }
        }
    }

    /** The most that is waited after so many refusals, from 1. */
    static Duration longest(int refusals) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(refusals - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private void rest(Duration longest, AwsServiceException refusal) {
        try {
            pause.of(Duration.ofMillis(random.nextLong(longest.toMillis() + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
