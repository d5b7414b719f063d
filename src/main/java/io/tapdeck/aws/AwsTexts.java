package io.tapdeck.aws;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS writes and code here matches on, each with its source. No other file matches on AWS's words. */
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

    /** CloudFormation API reference, DescribeStacks: a ValidationError that ends so (seen in recorded answers). */
    private static final String DOES_NOT_EXIST = "does not exist";

    /** Status reasons of a change set without changes (aws-cdk-cli, toolkit-lib, stack-diagnoser.ts). */
    private static final Set<String> NO_CHANGES =
            Set.of("The submitted information didn't contain changes.", "No updates are to be performed.");

    /** Reason of a resource that stopped because another failed: seen in CREATE_FAILED and UPDATE_FAILED events. */
    private static final String CANCELLED = "cancelled";

    /** Whether a ValidationError says that there is no such stack. */
    public static boolean saysNoSuchStack(String message) {
        return message.endsWith(DOES_NOT_EXIST);
    }

    /** Whether a failed change set's reason says that there is nothing to change. */
    public static boolean saysNoChanges(String reason) {
        return NO_CHANGES.stream().anyMatch(reason::startsWith);
    }

    /** Whether a failed resource's reason only says that another one failed. */
    public static boolean saysCancelled(String reason) {
        return reason.endsWith(CANCELLED) || reason.endsWith(CANCELLED + ".");
    }

    /**
     * What a failed resource's reason says. Handler codes: CloudFormation CLI user guide, "Handler error codes"; the
     * rest are the services' own words, as their API references or recorded events have them. The first that fits
     * counts.
     */
    public enum Reason {
        /** Secrets Manager API reference, CreateSecret, InvalidRequestException. */
        SCHEDULED_FOR_DELETION("scheduled for deletion"),
        /** RDS API reference, DeleteDBCluster: "Cannot delete protected Cluster, please disable deletion protection". */
        PROTECTED("Cannot delete protected"),
        /** S3 API reference, DeleteBucket, BucketNotEmpty. */
        NOT_EMPTY("BucketNotEmpty", "bucket you tried to delete is not empty"),
        /** RDS API reference, CreateDBCluster: "Cannot find version 8.0.mysql_aurora… for aurora-mysql". */
        NO_SUCH_VERSION("Cannot find version"),
        /** RDS API reference, CreateDBCluster and CreateDBInstance. */
        NO_CAPACITY(
                "InsufficientDBInstanceCapacity",
                "InsufficientDBClusterCapacity",
                "InsufficientStorageClusterCapacity"),
        /** RDS API reference, CreateDBCluster. */
        KEY_UNUSABLE("KMSKeyNotAccessible"),
        /** Handler code AlreadyExists; older resource types write "already exists". */
        ALREADY_EXISTS("HandlerErrorCode: AlreadyExists", "already exists"),
        /** Handler code ServiceLimitExceeded; EC2 API error codes, VpcLimitExceeded and its like. */
        LIMIT("HandlerErrorCode: ServiceLimitExceeded", "LimitExceeded", "QuotaExceeded", "maximum number of"),
        /** Handler codes AccessDenied, InvalidCredentials, UnauthorizedTaggingOperation; IAM's sentence. */
        DENIED(
                "HandlerErrorCode: AccessDenied",
                "HandlerErrorCode: InvalidCredentials",
                "UnauthorizedTaggingOperation",
                "is not authorized to perform"),
        /** Handler code NotStabilized; "did not stabilize" of older resource types. */
        NOT_STABLE("HandlerErrorCode: NotStabilized", "did not stabilize"),
        /** Handler code InvalidRequest; CloudFormation's own property check (recorded). */
        INVALID("HandlerErrorCode: InvalidRequest", "Property validation failure"),
        /** Handler codes for trouble on the service's side. */
        INTERNAL(
                "HandlerErrorCode: ServiceInternalError",
                "HandlerErrorCode: InternalFailure",
                "HandlerErrorCode: NetworkFailure",
                "HandlerErrorCode: Throttling");

        private final Pattern texts;

        Reason(String... texts) {
            this.texts = Pattern.compile(Stream.of(texts).map(Pattern::quote).collect(Collectors.joining("|")));
        }

        /** The reason that AWS's words give, if it is a known one. */
        public static Optional<Reason> in(String words) {
            return Stream.of(values())
                    .filter(reason -> reason.texts.matcher(words).find())
                    .findFirst();
        }
    }
}
