package io.tapdeck.deploy.stack;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.Silence;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls AWS: what a second try may cure is tried again after a pause, everything else is put into words.
 * The SDK has its own, shorter patience below this one.
 */
public final class Calls {
    private static final int TRIES = 6;
    /** How often a read may be older than the write before it, before it is believed. */
    private static final int STALE_READS = 10;

    private static final Duration STALE = Duration.ofSeconds(1);

    private final Session session;
    private final Pace pace;
    private final RandomGenerator random;
    private final ServiceClock clock;
    private final Patience patience;

    public Calls(Session session, Pace pace, RandomGenerator random, ServiceClock clock, Patience patience) {
        this.session = session;
        this.pace = pace;
        this.random = random;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Calls until AWS answers.
     *
     * @throws AwsException if the session needs a sign-in or AWS cannot be reached
     * @throws DeployException with AWS's words if AWS refuses
     */
    public <T> T call(Supplier<T> call) {
        try {
            return raw(call);
        } catch (SdkException e) {
            throw explain(e);
        }
    }

    /**
     * As {@link #call}, for what was made just before: AWS's reads may be older than its writes, so that "does not exist" is
     * asked again.
     */
    public <T> T fresh(Supplier<T> call) {
        for (int left = STALE_READS; ; left--) {
            try {
                return raw(call);
            } catch (AwsServiceException e) {
                if (left == 0 || !saysNotThere(e)) {
                    throw explain(e);
                }
            } catch (SdkException e) {
                throw explain(e);
            }
            pause(STALE);
        }
    }

    private static boolean saysNotThere(AwsServiceException answer) {
        return AwsFailures.code(answer).equals(AwsTexts.CHANGE_SET_NOT_FOUND)
                || (AwsFailures.code(answer).equals(AwsTexts.VALIDATION_ERROR)
                        && AwsTexts.saysNoSuchStack(AwsFailures.words(answer)));
    }

    /** As {@link #call}, but leaves a refusal as the SDK threw it, for callers that expect some. */
    public <T> T raw(Supplier<T> call) {
        Backoff backoff = new Backoff(random);
        for (int left = TRIES - 1; ; left--) {
            try {
                T answer = call.get();
                patience.answered(clock);
                return answer;
            } catch (SdkException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted();
                }
                NotHeard silence = notHeard(e);
                if (patience.outlasts(silence.why())) {
                    patience.on(silence);
                } else if (left <= 0 || !AwsFailures.mayPass(e)) {
                    throw e;
                }
            }
            pause(backoff.next());
        }
    }

    /** Waits between two calls. */
    public void pause(Duration time) {
        try {
            pace.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** A new row of waits. */
    public Backoff backoff() {
        return new Backoff(random);
    }

    /** What to tell of a poll that failed. */
    public NotHeard notHeard(SdkException thrown) {
        return Silence.of(thrown, session, clock.instant());
    }

    public RuntimeException explain(SdkException thrown) {
        AwsException words = AwsFailures.explain(thrown, "%s in %s".formatted(session.name(), session.region()));
        boolean unanswered =
                words.kind() == AwsException.Kind.NEEDS_SIGN_IN || words.kind() == AwsException.Kind.UNREACHABLE;
        if (unanswered || !(thrown instanceof AwsServiceException answer)) {
            return words;
        }
        if (AwsTexts.OUTDATED_CHANGE_SET.contains(AwsFailures.code(answer))) {
            return new DeployException(
                    "The stack has changed since the review, and AWS no longer takes the change set: "
                            + AwsFailures.words(answer),
                    "Review again, then deploy.");
        }
        return new DeployException(AwsFailures.words(answer), words.remedy());
    }

    public static DeployInterruptedException interrupted() {
        return new DeployInterruptedException(
                "Interrupted. What AWS has accepted goes on there.", "Watch the environment to see it to its end.");
    }
}
