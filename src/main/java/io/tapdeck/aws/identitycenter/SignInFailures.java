package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.identitycenter.SignInException.Why;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;

/** Puts what ends a sign-in into words. None of them repeats what was sent. */
final class SignInFailures {
    /** OIDC API reference, RegisterClient and StartDeviceAuthorization, "Errors". */
    private static final Set<String> WRONG_SESSION = Set.of(
            "InvalidRequestException",
            "InvalidRequestRegionException",
            "InvalidScopeException",
            "InvalidClientMetadataException");

    /** The errors that RFC 6749, 4.1.2.1 lists are written so. */
    private static final Pattern ERROR_NAME = Pattern.compile("[a-z_]{1,40}");

    private SignInFailures() {}

    static SignInException refused() {
        return new SignInException(
                Why.REFUSED,
                "The sign-in was refused.",
                "Allow it in the browser, or ask an administrator for access, and sign in again.");
    }

    static SignInException codeExpired() {
        return new SignInException(
                Why.EXPIRED, "The code has expired before somebody allowed it.", "Ask for a new code.");
    }

    static SignInException tooLate() {
        return new SignInException(
                Why.EXPIRED,
                "The browser brought no answer within ten minutes.",
                "Sign in again, or use a device code.");
    }

    static SignInException cancelled() {
        return new SignInException(Why.CANCELLED, "The sign-in was stopped.", "Sign in again when you like.");
    }

    static SignInException unknownClient() {
        return new SignInException(
                Why.FAILED,
                "IAM Identity Center no longer knows Tapdeck's registration.",
                "Sign in again; Tapdeck registers anew.");
    }

    static SignInException wrongSession(SsoSession session, String code) {
        return new SignInException(
                Why.WRONG_SESSION,
                "IAM Identity Center in %s does not take %s: %s.".formatted(session.region(), session.startUrl(), code),
                "Check sso_start_url, sso_region and sso_registration_scopes of the session.");
    }

    /**
     * For an error that the page sends back.
     *
     * @param error as it came; is repeated only if it looks like a name
     */
    static SignInException ofPage(String error) {
        return new SignInException(
                Why.FAILED,
                ERROR_NAME.matcher(error).matches()
                        ? "IAM Identity Center ends the sign-in with %s.".formatted(error)
                        : "IAM Identity Center ends the sign-in with an error.",
                "Sign in again, or use a device code.");
    }

    static SignInException notKept(AwsException cache) {
        return new SignInException(Why.FAILED, String.valueOf(cache.getMessage()), cache.remedy());
    }

    /** For what AWS answers, or does not, to anything but a poll. */
    static SignInException of(SdkException thrown, SsoSession session) {
        if (thrown instanceof AccessDeniedException) {
            return refused();
        }
        if (thrown instanceof ExpiredTokenException) {
            return codeExpired();
        }
        AwsException words = SsoFailures.explain(thrown, "IAM Identity Center in " + session.region());
        if (words.kind() == AwsException.Kind.UNREACHABLE) {
            return new SignInException(Why.UNREACHABLE, String.valueOf(words.getMessage()), words.remedy());
        }
        if (thrown instanceof AwsServiceException answer && WRONG_SESSION.contains(AwsFailures.code(answer))) {
            return wrongSession(session, AwsFailures.code(answer));
        }
        return new SignInException(Why.FAILED, String.valueOf(words.getMessage()), "Sign in again.");
    }
}
