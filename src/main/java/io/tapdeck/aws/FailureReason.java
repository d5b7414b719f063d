package io.tapdeck.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a failed resource's reason says, by AWS's own words, each with its source. The order is deliberate: a service's own
 * sentence comes before the resource handlers' codes, which say less, and a narrower sentence before a wider one. The first
 * that fits counts. Beside {@link AwsTexts}, no other file matches on AWS's words.
 */
public enum FailureReason {
    // The stack and its policies
    ROLLBACK_ALARM(
            "CloudFormation user guide, “Roll back your CloudFormation stack on alarm breach”; its words are recorded nowhere,"
                    + " and so either of its terms counts",
            "rollback trigger",
            "RollbackTrigger"),
    STACK_POLICY("CloudFormation user guide, “Prevent updates to stack resources”", "denied by stack policy"),
    CANCELLED_BY_USER(
            "CloudFormation API reference, CancelUpdateStack; the reason of whatever a person begins (recorded)",
            "User Initiated"),
    HOOK("CloudFormation hooks user guide, “Hook results”", "hook(s) failed"),
    EXPORT_IN_USE(
            "CloudFormation user guide, “Get exported outputs from a deployed stack”",
            "as it is in use by",
            "Cannot delete export"),
    EXPORT_TAKEN(
            "CloudFormation user guide, “Get exported outputs from a deployed stack”", "is already exported by stack"),
    NAMED_REPLACEMENT(
            "CloudFormation user guide, “Troubleshooting CloudFormation”", "custom-named resource requires replacing"),
    CUSTOM_RESOURCE_SILENT(
            "CloudFormation user guide, “Custom resources”; AWS Knowledge Center, Lambda-backed custom resources",
            "response from your Custom Resource",
            "Custom Resource failed to stabilize"),
    CUSTOM_RESOURCE_FAILED(
            "CloudFormation user guide, “Custom resource response objects”", "Received response status [FAILED]"),

    // Who may
    SERVICE_CONTROL_POLICY(
            "IAM user guide, “Troubleshoot access denied error messages”",
            "explicit deny in a service control policy",
            "no service control policy allows",
            "explicit deny in a resource control policy"),
    PERMISSIONS_BOUNDARY(
            "IAM user guide, “Troubleshoot access denied error messages”",
            "explicit deny in a permissions boundary",
            "no permissions boundary allows"),
    SERVICE_LINKED_ROLE(
            "RDS user guide, “Using service-linked roles for Amazon RDS”",
            "service linked role",
            "service-linked role",
            "AWSServiceRoleFor"),
    EXPIRED_WHILE_RUNNING(
            "CloudFormation user guide, “CloudFormation service role”",
            "security token included in the request is expired",
            "security token included in the request is invalid"),

    // Keys and secrets
    SECRET_SCHEDULED("Secrets Manager API reference, CreateSecret, InvalidRequestException", "scheduled for deletion"),
    KEY_PENDING_DELETION("KMS developer guide, “Key states of KMS keys”", "is pending deletion"),
    KEY_UNUSABLE(
            "RDS API reference, CreateDBCluster, KMSKeyNotAccessibleFault; KMS API reference, DisabledException",
            "KMSKeyNotAccessible",
            "DisabledException",
            "KMS key is not accessible"),
    KEY_POLICY(
            "KMS API reference, PutKeyPolicy, MalformedPolicyDocumentException",
            "new key policy will not allow",
            "one or more invalid principals"),

    // Databases
    NO_SUCH_VERSION("RDS API reference, CreateDBCluster; recorded", "Cannot find version"),
    DATABASE_PROTECTED("RDS API reference, DeleteDBCluster", "Cannot delete protected"),
    PARAMETER_FAMILY(
            "RDS user guide, “Parameter groups for Amazon Aurora”", "DBParameterGroupFamily", "ParameterGroupFamily"),
    SNAPSHOT_NOT_FOUND(
            "RDS API reference, RestoreDBClusterFromSnapshot",
            "DBClusterSnapshotNotFound",
            "DBSnapshotNotFound",
            "DBClusterSnapshot not found"),
    SUBNETS(
            "RDS API reference, CreateDBSubnetGroup",
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            "Availability Zone (AZ) coverage requirement"),
    NO_CAPACITY(
            "RDS API reference, CreateDBCluster and CreateDBInstance; EC2 API error codes",
            "InsufficientDBInstanceCapacity",
            "InsufficientDBClusterCapacity",
            "InsufficientStorageClusterCapacity",
            "InsufficientInstanceCapacity"),
    DATABASE_BUSY("RDS API reference, ModifyDBCluster", "InvalidDBClusterState", "InvalidDBInstanceState"),
    DATABASE_QUOTA(
            "RDS API reference, CreateDBCluster and CreateDBInstance",
            "DBClusterQuotaExceeded",
            "InstanceQuotaExceeded",
            "DBSubnetGroupQuotaExceeded"),

    // Buckets
    BUCKET_NOT_EMPTY("S3 API reference, DeleteBucket", "BucketNotEmpty", "bucket you tried to delete is not empty"),
    BUCKET_OF_ANOTHER(
            "S3 API reference, CreateBucket, BucketAlreadyExists",
            "BucketAlreadyExists",
            "requested bucket name is not available"),
    BUCKET_BUSY("S3 API reference, “Error responses”, OperationAborted", "conflicting conditional operation"),
    BUCKET_QUOTA("S3 API reference, “Error responses”, TooManyBuckets", "TooManyBuckets"),

    // Networks
    VPC_QUOTA("EC2 API error codes, VpcLimitExceeded", "VpcLimitExceeded", "maximum number of VPCs"),
    ADDRESS_QUOTA("EC2 API error codes, AddressLimitExceeded", "AddressLimitExceeded", "maximum number of addresses"),
    CIDR_TAKEN(
            "EC2 API error codes, InvalidSubnet.Conflict", "InvalidSubnet.Conflict", "conflicts with another subnet"),
    IN_USE(
            "EC2 API error codes, DependencyViolation",
            "DependencyViolation",
            "has a dependent object",
            "has dependencies and cannot be deleted"),

    // Functions, queues, tables, topics, logs
    ROLE_NOT_ASSUMABLE("Lambda developer guide, “Troubleshoot deployment issues”", "cannot be assumed by Lambda"),
    RUNTIME_RETIRED("Lambda developer guide, “Lambda runtimes”", "no longer supported for creating or updating"),
    CONCURRENCY(
            "Lambda developer guide, “Configuring reserved concurrency”",
            "UnreservedConcurrentExecution below its minimum"),
    QUEUE_TOO_EARLY(
            "SQS API reference, CreateQueue, QueueDeletedRecently",
            "QueueDeletedRecently",
            "wait 60 seconds after deleting"),
    TABLES_AT_ONCE(
            "DynamoDB API reference, CreateTable, LimitExceededException", "can be created, updated, or deleted"),
    TABLE_BUSY("DynamoDB API reference, ResourceInUseException", "resource which is still in use", "Table is being"),
    SUBSCRIPTION(
            "SNS API reference, Subscribe, InvalidParameter",
            "Invalid parameter: Email",
            "Invalid parameter: Endpoint"),
    LOG_GROUP_EXISTS("CloudWatch Logs API reference, CreateLogGroup", "specified log group already exists"),

    // What resource handlers say of any type: CloudFormation CLI user guide, “Handler error codes”
    ALREADY_EXISTS("Handler error codes; older resource types", "HandlerErrorCode: AlreadyExists", "already exists"),
    QUOTA(
            "Handler error codes; EC2 API error codes; IAM and STS quotas",
            "HandlerErrorCode: ServiceLimitExceeded",
            "LimitExceeded",
            "QuotaExceeded",
            "maximum number of",
            "Cannot exceed quota"),
    BEING_CHANGED(
            "Handler error codes",
            "HandlerErrorCode: ResourceConflict",
            "state and can not be updated",
            "currently being updated"),
    THROTTLED("Handler error codes; API references, “Common errors”", "HandlerErrorCode: Throttling", "Rate exceeded"),
    DENIED(
            "Handler error codes; IAM user guide, “Troubleshoot access denied error messages”",
            "HandlerErrorCode: AccessDenied",
            "HandlerErrorCode: InvalidCredentials",
            "UnauthorizedTaggingOperation",
            "UnauthorizedOperation",
            "is not authorized to perform"),
    NOT_STABLE("Handler error codes; older resource types", "HandlerErrorCode: NotStabilized", "did not stabilize"),
    NOT_UPDATABLE("Handler error codes", "HandlerErrorCode: NotUpdatable"),
    NOT_FOUND("Handler error codes", "HandlerErrorCode: NotFound"),
    INVALID(
            "Handler error codes; CloudFormation's own check of properties (recorded)",
            "HandlerErrorCode: InvalidRequest",
            "Property validation failure"),
    INTERNAL(
            "Handler error codes",
            "HandlerErrorCode: ServiceInternalError",
            "HandlerErrorCode: GeneralServiceException",
            "HandlerErrorCode: InternalFailure",
            "HandlerErrorCode: NetworkFailure");

    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed, which the type does not say.
    private final List<String> texts;

    FailureReason(String source, String... texts) {
        this.source = source;
        this.texts = List.of(texts);
    }

    /** Where AWS's words are written. */
    public String source() {
        return source;
    }

    /** AWS's words; one of them stands in the reason. */
    public List<String> texts() {
        return texts;
    }

    /** The reason that AWS's words give, if it is a known one. */
    public static Optional<FailureReason> in(String words) {
        return Stream.of(values())
                .filter(reason -> reason.texts.stream().anyMatch(words::contains))
                .findFirst();
    }
}
