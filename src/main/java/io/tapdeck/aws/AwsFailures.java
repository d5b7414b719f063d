package io.tapdeck.aws;

import static io.tapdeck.aws.AwsException.Kind.DENIED;
import static io.tapdeck.aws.AwsException.Kind.NEEDS_SIGN_IN;
import static io.tapdeck.aws.AwsException.Kind.OTHER;
import static io.tapdeck.aws.AwsException.Kind.UNREACHABLE;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts what the SDK throws into words. */
public final class AwsFailures {
    /** The JDK's words for every answer of a proxy but a tunnel. */
    private static final String NO_TUNNEL = "Unable to tunnel through proxy";

    private AwsFailures() {}

    /** Whether something failed because nobody is signed in any more, whoever has put it into other words meanwhile. */
    public static boolean needsSignIn(Throwable thrown) {
        AwsException told = cause(thrown, AwsException.class);
        if (told == null) {
            SdkException sdk = cause(thrown, SdkException.class);
            told = sdk == null ? null : explain(sdk, "AWS");
        }
        return told != null && told.kind() == AwsException.Kind.NEEDS_SIGN_IN;
    }

    /**
     * The words for a failed call.
     *
     * @param where who was called, such as {@code the endpoint http://127.0.0.1:4610}
     */
    public static AwsException explain(SdkException thrown, String where) {
        AwsException told = cause(thrown, AwsException.class);
        if (told != null) {
            return told;
        }
        AwsServiceException answer = cause(thrown, AwsServiceException.class);
        if (answer != null) {
            return explainAnswer(answer, where);
        }
        if (cause(thrown, UnknownHostException.class) != null) {
            return new AwsException(
                    "The host of %s is not known.".formatted(where),
                    "Check the region, the endpoint and this computer's network.",
                    UNREACHABLE,
                    thrown);
        }
        IOException lost = cause(thrown, IOException.class);
        if (lost != null && String.valueOf(lost.getMessage()).startsWith(NO_TUNNEL)) {
            return new AwsException(
                    "The proxy lets no call through to %s.".formatted(where),
                    "Check HTTPS_PROXY, and the user and password in it.",
                    UNREACHABLE,
                    thrown);
        }
        if (lost != null || timedOut(thrown)) {
            return new AwsException(
                    "No answer from %s.".formatted(where),
                    "Check that it is running and that this computer's network reaches it.",
                    UNREACHABLE,
                    thrown);
        }
        return notAws(where, thrown);
    }

    private static AwsException explainAnswer(AwsServiceException answer, String where) {
        String code = code(answer);
        if (expired(answer)) {
            return expired(answer, "Sign in again, for example with tapdeck login, and repeat.");
        }
        if (AwsTexts.saysWrongTime(code, words(answer))) {
            return ClockSkew.refused(words(answer), answer);
        }
        if (AwsTexts.WRONG_CREDENTIALS.contains(code)) {
            return new AwsException(
                    "AWS does not know the credentials: " + words(answer),
                    "Check the access key of the profile, or sign in again.",
                    NEEDS_SIGN_IN,
                    answer);
        }
        if (AwsTexts.DENIED.contains(code)) {
            return new AwsException(
                    "AWS does not allow it: " + words(answer),
                    "Ask for that permission, or use a profile that has it.",
                    DENIED,
                    answer);
        }
        if (code.isEmpty()) {
            return notAws(where, answer);
        }
        return new AwsException(
                "AWS refuses with %s: %s".formatted(code, words(answer)),
                "Mend what it names and repeat.",
                OTHER,
                answer);
    }

    /** Whether AWS says that credentials or a token have expired. */
    static boolean expired(AwsServiceException answer) {
        return AwsTexts.EXPIRED.contains(code(answer));
    }

    /**
     * The words for that.
     *
     * @param remedy a sentence: what makes them good again
     */
    static AwsException expired(AwsServiceException answer, String remedy) {
        return new AwsException(
                "The session has expired: AWS no longer takes its credentials.", remedy, NEEDS_SIGN_IN, answer);
    }

    /** Whether it holds words of a service, or of ours, that say more than that there are no credentials. */
    static boolean speaks(SdkException thrown) {
        return cause(thrown, AwsException.class) != null || cause(thrown, AwsServiceException.class) != null;
    }

    /** For an answer that no AWS service gives. */
    static AwsException notAws(String where, @Nullable Throwable thrown) {
        String message = "What answers for %s is not AWS.".formatted(where);
        String remedy = "Check the endpoint's address and port.";
        return thrown == null
                ? new AwsException(message, remedy, UNREACHABLE)
                : new AwsException(message, remedy, UNREACHABLE, thrown);
    }

    /** The error's code, such as {@code ValidationError}; empty if the answer has none. */
    public static String code(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /** AWS's own sentence, without the request's numbers that the SDK appends. */
    public static String words(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        if (details == null || details.errorMessage() == null) {
            return "status " + answer.statusCode();
        }
        return details.errorMessage();
    }

    /**
     * Whether the same call may succeed in a moment: throttling, a failure on AWS's side, a lost connection. The SDK
     * guide, "Retry behavior", lists the same.
     */
    public static boolean mayPass(SdkException thrown) {
        if (thrown instanceof AwsServiceException answer) {
            return answer.isThrottlingException() || answer.statusCode() >= 500;
        }
        return timedOut(thrown) || cause(thrown, IOException.class) != null;
    }

    private static boolean timedOut(SdkException thrown) {
        return thrown instanceof ApiCallTimeoutException || thrown instanceof ApiCallAttemptTimeoutException;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        return Stream.<Throwable>iterate(thrown, at -> at != null, at -> at.getCause())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
