package io.tapdeck.deploy;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.Session;
import java.time.Instant;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why AWS's answer stays away while an operation runs. None of these says anything about the operation. */
public enum Silence {
    /** The session has expired; Tapdeck goes on by itself once it works again. */
    NEEDS_SIGN_IN,
    /** AWS asks for patience. */
    THROTTLED,
    /** Nobody answers. */
    LOST,
    /** The caller may not read; the operation runs with rights of its own. */
    DENIED,
    /** AWS fails on its side. */
    TROUBLE,
    /** AWS answers, with a refusal. */
    REFUSED;

    /** The event for a poll that failed. */
    public static DeploymentEvent.NotHeard of(SdkException thrown, Session session, Instant at) {
        AwsException explained = AwsFailures.explain(thrown, "%s in %s".formatted(session.name(), session.region()));
        Silence why = why(thrown, explained);
        String words = why == NEEDS_SIGN_IN
                ? "Your session %s has expired.".formatted(session.name())
                : String.valueOf(explained.getMessage());
        return new DeploymentEvent.NotHeard(at, why, words + " CloudFormation carries on.", explained.remedy());
    }

    private static Silence why(SdkException thrown, AwsException explained) {
        return switch (explained.kind()) {
            case NEEDS_SIGN_IN -> NEEDS_SIGN_IN;
            case UNREACHABLE -> LOST;
            case DENIED -> DENIED;
            case WRONG_TARGET, OTHER -> {
                boolean throttled = thrown instanceof AwsServiceException answer && answer.isThrottlingException();
                yield throttled ? THROTTLED : AwsFailures.mayPass(thrown) ? TROUBLE : REFUSED;
            }
        };
    }
}
