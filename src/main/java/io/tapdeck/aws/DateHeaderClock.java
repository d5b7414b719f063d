package io.tapdeck.aws;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The clock of an endpoint, read off the {@code Date} header (RFC 9110, 6.6.1) of whatever it answers.
 *
 * <p>A header has whole seconds and travels for a moment, so each answer only bounds the endpoint's time, and two
 * answers only bound its rate. The clock believes in rate 1 until the bounds exclude it, then takes the middle of what
 * they leave; and it moves its time no further than the bounds demand, so that it runs smoothly between answers.
 */
final class DateHeaderClock implements ServiceClock, ExecutionInterceptor {
    /** A header's fraction is cut off. */
    private static final double CUT_SECONDS = 1;
    /** How much later than the endpoint wrote it a header may be read here, on a bad day. */
    private static final double TRAVEL_SECONDS = 0.5;
    /** And how much later it usually is. */
    private static final double USUAL_TRAVEL_SECONDS = 0.1;

    private record Answer(Instant local, Instant endpoint) {}

    private final InstantSource local;
    private @Nullable Answer first;
    private @Nullable Instant lastHeard;
    private Instant baseLocal;
    private Instant baseEndpoint;
    private double rate = 1;
    private double leastRate = 0;
    private double mostRate = Double.POSITIVE_INFINITY;

    DateHeaderClock(InstantSource local) {
        this.local = local;
        this.baseLocal = local.instant();
        this.baseEndpoint = baseLocal;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        context.httpResponse().firstMatchingHeader("Date").ifPresent(this::heard);
    }

    /** Takes one header in; one that is not a date is no news. */
    void heard(String date) {
        try {
            heard(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            // What answers is not AWS; the call itself reports that.
        }
    }

    private synchronized void heard(Instant endpoint) {
        Instant now = local.instant();
        learnRate(new Answer(now, endpoint));
        Instant earliest = endpoint;
        Instant latest = plus(endpoint, CUT_SECONDS + USUAL_TRAVEL_SECONDS * rate);
        Instant guess = at(now);
        baseEndpoint = guess.isBefore(earliest) ? earliest : guess.isAfter(latest) ? latest : guess;
        baseLocal = now;
        if (lastHeard == null || now.isAfter(lastHeard)) {
            lastHeard = now;
        }
    }

    private void learnRate(Answer answer) {
        if (first == null) {
            first = answer;
            return;
        }
        double here = seconds(first.local(), answer.local());
        double there = seconds(first.endpoint(), answer.endpoint());
        double least = (there - CUT_SECONDS) / (here + TRAVEL_SECONDS);
        double most =
                here > TRAVEL_SECONDS ? (there + CUT_SECONDS) / (here - TRAVEL_SECONDS) : Double.POSITIVE_INFINITY;
        leastRate = Math.max(leastRate, least);
        mostRate = Math.min(mostRate, most);
        if (leastRate > mostRate) {
            // Its speed has changed, or it stood still: what was learned before no longer counts.
            first = answer;
            leastRate = 0;
            mostRate = Double.POSITIVE_INFINITY;
        } else if (leastRate <= 1 && mostRate >= 1) {
            rate = 1;
        } else if (mostRate < Double.POSITIVE_INFINITY) {
            rate = (leastRate + mostRate) / 2;
        }
    }

    @Override
    public synchronized Instant instant() {
        return at(local.instant());
    }

    private Instant at(Instant now) {
        return plus(baseEndpoint, seconds(baseLocal, now) * rate);
    }

    @Override
    public synchronized Optional<Instant> lastHeard() {
        return Optional.ofNullable(lastHeard);
    }

    @Override
    public synchronized double rate() {
        return rate;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static Instant plus(Instant time, double seconds) {
        return time.plusNanos(Math.round(seconds * 1e9));
    }
}
