package io.tapdeck.aws;

import java.util.Set;

/**
 * What AWS writes and code here matches on, each with its source. Beside {@link FailureReason}, no other file matches on AWS's
 * words.
 */
public final class AwsTexts {
    private AwsTexts() {}

    /** CloudFormation API reference, "Common Error Types"; STS API reference, "Common Errors". */
    public static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

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
