package io.tapdeck.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What AWS writes and code here matches on, each with its source. Beside {@link FailureReason}, no other file matches on AWS's
 * words.
 */
public final class AwsTexts {
    private AwsTexts() {}

    /**
     * CloudFormation API reference, "Common Error Types"; STS API reference, "Common Errors". Of IAM Identity Center:
     * UnauthorizedException (portal API reference, GetRoleCredentials, "Errors") and InvalidGrantException (OIDC API
     * reference, CreateToken, "Errors"). Of S3: TokenRefreshRequired (API reference, "Error responses").
     */
    public static final Set<String> EXPIRED = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "TokenRefreshRequired",
            "UnauthorizedException",
            "InvalidGrantException");

    /**
     * The call's time is too far from AWS's (S3 API reference, "Error responses"; CloudFormation API reference, "Common Error
     * Types"; the SDK takes the same for a wrong clock, whatever else it knows).
     */
    private static final Set<String> WRONG_TIME =
            Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

    /**
     * How a signature's time is refused (IAM user guide, "Troubleshoot Signature Version 4 signing"): {@code Signature
     * expired: 20260101T100000Z is now earlier than 20260101T101500Z (20260101T102000Z - 5 min.)}, or {@code Signature not yet
     * current: … is still later than …}. The first is the call's time, the one in brackets AWS's.
     */
    private static final Pattern SIGNED_AT =
            Pattern.compile("Signature (?:expired|not yet current): (\\d{8}T\\d{6}Z) .*\\((\\d{8}T\\d{6}Z) ");

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * STS: InvalidClientTokenId for an unknown access key, SignatureDoesNotMatch for a wrong secret; the same as
     * UnrecognizedClientException, InvalidSignatureException and AuthFailure elsewhere ("Common Error Types").
     */
    public static final Set<String> WRONG_CREDENTIALS = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "AuthFailure",
            "MissingAuthenticationToken",
            "IncompleteSignature");

    /** CloudFormation API reference, "Common Error Types"; EC2's UnauthorizedOperation comes through in reasons. */
    public static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "OptInRequired");

    /** Nearly all refusals of CloudFormation ("Common Error Types"). */
    public static final String VALIDATION_ERROR = "ValidationError";

    /** CloudFormation API reference, ExecuteChangeSet, "Errors". */
    public static final String INVALID_CHANGE_SET_STATUS = "InvalidChangeSetStatus";

    /** CloudFormation API reference, DescribeChangeSet, "Errors". */
    public static final String CHANGE_SET_NOT_FOUND = "ChangeSetNotFound";

    /**
     * How executing a change set is refused that is OBSOLETE, or that the execution of another one deleted (user guide,
     * "Execute a change set"; API reference, ExecuteChangeSet, "Errors").
     */
    public static final Set<String> OUTDATED_CHANGE_SET = Set.of(INVALID_CHANGE_SET_STATUS, CHANGE_SET_NOT_FOUND);

    /** CloudFormation API reference, DescribeStacks: a ValidationError that ends so (seen in recorded answers). */
    private static final String DOES_NOT_EXIST = "does not exist";

    /** Status reasons of a change set without changes (aws-cdk-cli, toolkit-lib, stack-diagnoser.ts). */
    private static final Set<String> NO_CHANGES =
            Set.of("The submitted information didn't contain changes.", "No updates are to be performed.");

    /** Reason of a resource that stopped because another failed: seen in CREATE_FAILED and UPDATE_FAILED events. */
    private static final String CANCELLED = "cancelled";

    /** A stack's reason after its resources failed (recorded). */
    private static final String OTHERS_FAILED = "The following resource(s) failed to";

    /** A nested stack's reason (user guide, "Troubleshooting CloudFormation"). */
    private static final String EMBEDDED = "Embedded stack ";

    /** Whether a call was refused because of its time. */
    static boolean saysWrongTime(String code, String message) {
        return WRONG_TIME.contains(code)
                || message.startsWith("Signature expired: ")
                || message.startsWith("Signature not yet current: ");
    }

    /** By how much the caller's clock is ahead, as far as AWS says so. */
    static Optional<Duration> ahead(String message) {
        Matcher matcher = SIGNED_AT.matcher(message);
        return matcher.find()
                ? Optional.of(Duration.between(
                        BASIC.parse(matcher.group(2), Instant::from), BASIC.parse(matcher.group(1), Instant::from)))
                : Optional.empty();
    }

    /** Whether a ValidationError says that there is no such stack. */
    public static boolean saysNoSuchStack(String message) {
        return message.endsWith(DOES_NOT_EXIST);
    }

    /** Whether a failed change set's reason says that there is nothing to change. */
    public static boolean saysNoChanges(String reason) {
        return NO_CHANGES.stream().anyMatch(reason::startsWith);
    }

    /**
     * Whether a reason only counts what failed, such as {@code The following resource(s) failed to create: [A]. }
     * (recorded), or says so of a nested stack.
     */
    public static boolean saysOthersFailed(String reason) {
        return reason.startsWith(OTHERS_FAILED) || reason.startsWith(EMBEDDED);
    }

    /** Whether a failed resource's reason only says that another one failed. */
    public static boolean saysCancelled(String reason) {
        return reason.endsWith(CANCELLED) || reason.endsWith(CANCELLED + ".");
    }
}
