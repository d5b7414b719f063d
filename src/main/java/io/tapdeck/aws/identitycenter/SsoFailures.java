package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsException.Kind;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts what Identity Center answers into words. Its own sentence is left out and not kept as a cause: what was sent to it are
 * tokens and secrets, and nobody answers for what an endpoint repeats.
 */
final class SsoFailures {
    private SsoFailures() {}

    /**
     * The words for a failed call.
     *
     * @param where who was called, such as {@code the access portal}
     */
    static AwsException explain(SdkException thrown, String where) {
        if (!(thrown instanceof AwsServiceException answer)
                || AwsFailures.code(answer).isEmpty()) {
            return AwsFailures.explain(thrown, where);
        }
        String code = AwsFailures.code(answer);
        if (AwsFailures.mayPass(answer)) {
            return new AwsException(
                    "%s fails with %s.".formatted(sentence(where), code),
                    "Wait a moment and repeat.",
                    Kind.UNREACHABLE);
        }
        if (AwsTexts.EXPIRED.contains(code)) {
            return new AwsException(
                    "%s no longer takes the session.".formatted(sentence(where)), "Sign in again.", Kind.NEEDS_SIGN_IN);
        }
        return new AwsException(
                "%s refuses with %s.".formatted(sentence(where), code),
                "Check the session's start URL and region, and what the person may use.",
                AwsTexts.DENIED.contains(code) ? Kind.DENIED : Kind.OTHER);
    }

    private static String sentence(String where) {
        return Character.toUpperCase(where.charAt(0)) + where.substring(1);
    }
}
