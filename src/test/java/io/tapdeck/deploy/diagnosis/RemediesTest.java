package io.tapdeck.deploy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.FailureReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of remedies against reasons as AWS writes them. */
class RemediesTest {
    /** A reason and what it is. */
    private static final String REASONS = """
            ROLLBACK_ALARM          | The following rollback trigger went into ALARM: arn:aws:cloudwatch:us-east-1:111122223333:alarm:cpu
            STACK_POLICY            | Action denied by stack policy: Statement [#1] does not allow [Update:Replace] for resource [LogicalResourceId/Db]
            CANCELLED_BY_USER       | User Initiated
            HOOK                    | The following hook(s) failed: [Acme::Bucket::Encrypted]
            EXPORT_IN_USE           | Export dev-vpc cannot be deleted as it is in use by app
            EXPORT_IN_USE           | Delete canceled. Cannot delete export dev-vpc as it is in use by app.
            EXPORT_TAKEN            | Export with name dev-vpc is already exported by stack other. Rollback requested by user.
            NAMED_REPLACEMENT       | CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename db-dev and update the stack again.
            CUSTOM_RESOURCE_SILENT  | CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [1].
            CUSTOM_RESOURCE_FAILED  | Received response status [FAILED] from custom resource. Message returned: See the details in CloudWatch Log Stream: 2026/11/22
            SERVICE_CONTROL_POLICY  | User: arn:aws:sts::1:assumed-role/A/b is not authorized to perform: rds:CreateDBCluster on resource: arn:aws:rds:x with an explicit deny in a service control policy
            PERMISSIONS_BOUNDARY    | User: arn:aws:sts::1:assumed-role/A/b is not authorized to perform: iam:CreateRole on resource: role x because no permissions boundary allows the iam:CreateRole action
            SERVICE_LINKED_ROLE     | Unable to create the resource. Verify that you have permission to create service linked role. Otherwise wait and try again later (HandlerErrorCode: InvalidRequest)
            EXPIRED_WHILE_RUNNING   | The security token included in the request is expired (Service: Rds, Status Code: 403)
            SECRET_SCHEDULED        | You can't create this secret because a secret with this name is already scheduled for deletion.
            KEY_PENDING_DELETION    | arn:aws:kms:us-east-1:1:key/2 is pending deletion. (Service: Kms, Status Code: 400) (HandlerErrorCode: InvalidRequest)
            KEY_UNUSABLE            | The specified KMS key [arn:aws:kms:x] does not exist, is not enabled or you do not have permissions. (Error Code: KMSKeyNotAccessibleFault)
            KEY_POLICY              | The new key policy will not allow you to update the key policy in the future. (HandlerErrorCode: InvalidRequest)
            KEY_POLICY              | Policy contains a statement with one or more invalid principals. (Service: Kms) (HandlerErrorCode: InvalidRequest)
            NO_SUCH_VERSION         | Cannot find version 8.0.mysql_aurora.3.04.0 for aurora-mysql (HandlerErrorCode: InvalidRequest)
            DATABASE_PROTECTED      | Cannot delete protected Cluster, please disable deletion protection and try again. (HandlerErrorCode: InvalidRequest)
            PARAMETER_FAMILY        | The Parameter Group p with DBParameterGroupFamily aurora-mysql5.7 can't be used for this instance. (HandlerErrorCode: InvalidRequest)
            SNAPSHOT_NOT_FOUND      | DBClusterSnapshot not found: gone (Service: Rds, Status Code: 404) (HandlerErrorCode: NotFound)
            SUBNETS                 | The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: eu-west-1a. (HandlerErrorCode: InvalidRequest)
            NO_CAPACITY             | We are unable to provision (Error Code: InsufficientDBInstanceCapacity)
            DATABASE_BUSY           | DB cluster isn't available for modification with status backing-up. (Error Code: InvalidDBClusterStateFault)
            DATABASE_QUOTA          | DB Cluster quota reached (Error Code: DBClusterQuotaExceededFault) (HandlerErrorCode: ServiceLimitExceeded)
            BUCKET_NOT_EMPTY        | The bucket you tried to delete is not empty (Service: S3, Status Code: 409) (HandlerErrorCode: GeneralServiceException)
            BUCKET_OF_ANOTHER       | backups already exists (Service: S3, Error Code: BucketAlreadyExists) (HandlerErrorCode: AlreadyExists)
            BUCKET_BUSY             | A conflicting conditional operation is currently in progress against this resource. Please try again. (Status Code: 409)
            BUCKET_QUOTA            | You have attempted to create more buckets than allowed (Error Code: TooManyBuckets) (HandlerErrorCode: ServiceLimitExceeded)
            VPC_QUOTA               | The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400) (HandlerErrorCode: ServiceLimitExceeded)
            ADDRESS_QUOTA           | The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400) (HandlerErrorCode: ServiceLimitExceeded)
            CIDR_TAKEN              | The CIDR '10.0.0.0/24' conflicts with another subnet (Service: Ec2, Status Code: 400) (HandlerErrorCode: InvalidRequest)
            IN_USE                  | resource sg-1 has a dependent object (Service: Ec2, Status Code: 400) (HandlerErrorCode: InvalidRequest)
            IN_USE                  | The vpc 'vpc-1' has dependencies and cannot be deleted. (Service: Ec2, Status Code: 400)
            ROLE_NOT_ASSUMABLE      | The role defined for the function cannot be assumed by Lambda. (HandlerErrorCode: InvalidRequest)
            RUNTIME_RETIRED         | The runtime parameter of nodejs14.x is no longer supported for creating or updating AWS Lambda functions. (HandlerErrorCode: InvalidRequest)
            CONCURRENCY             | Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [50]. (HandlerErrorCode: InvalidRequest)
            QUEUE_TOO_EARLY         | You must wait 60 seconds after deleting a queue before you can create another with the same name. (Error Code: QueueDeletedRecently)
            TABLES_AT_ONCE          | Subscriber limit exceeded: Only 500 tables can be created, updated, or deleted simultaneously (HandlerErrorCode: ServiceLimitExceeded)
            TABLE_BUSY              | Attempt to change a resource which is still in use: Table is being updated: meta (HandlerErrorCode: ResourceConflict)
            SUBSCRIPTION            | Invalid parameter: Email address (Service: Sns, Status Code: 400) (HandlerErrorCode: InvalidRequest)
            LOG_GROUP_EXISTS        | The specified log group already exists (Service: CloudWatchLogs, Status Code: 400) (HandlerErrorCode: AlreadyExists)
            ALREADY_EXISTS          | Resource of type 'AWS::SNS::Topic' with identifier 'a' already exists. (HandlerErrorCode: AlreadyExists)
            QUOTA                   | Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409)
            BEING_CHANGED           | The function is currently being updated (HandlerErrorCode: ResourceConflict)
            THROTTLED               | Rate exceeded (Service: Logs, Status Code: 400) (HandlerErrorCode: Throttling)
            DENIED                  | User: arn:aws:iam::1:user/x is not authorized to perform: kms:CreateKey on resource: *
            NOT_STABLE              | Exceeded attempts to wait (HandlerErrorCode: NotStabilized)
            NOT_UPDATABLE           | Cannot change it (HandlerErrorCode: NotUpdatable)
            NOT_FOUND               | Topic does not exist (HandlerErrorCode: NotFound)
            INVALID                 | Property validation failure: [The property {/Type} is required]
            INTERNAL                | Internal error (HandlerErrorCode: ServiceInternalError)
            """;

    /** One line of the above. */
    record Written(FailureReason expected, String words) {}

    static List<Written> written() {
        return REASONS.lines()
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Written(FailureReason.valueOf(parts[0].strip()), parts[1].strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("written")
    void aReasonOfAwsIsKnown(Written written) {
        assertThat(FailureReason.in(written.words())).contains(written.expected());
    }

    @Test
    void everyEntryIsMetByAReasonThatAwsWrites() {
        Set<FailureReason> met = EnumSet.noneOf(FailureReason.class);
        written().forEach(written -> met.add(written.expected()));

        assertThat(met).containsExactlyInAnyOrder(FailureReason.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsSourceItsMeaningAndARemedy(FailureReason reason) {
        assertThat(reason.source()).isNotBlank();
        assertThat(Remedies.knows(reason)).isTrue();
        Advice advice = Remedies.of(reason.texts().getFirst());
        assertThat(advice.meaning()).endsWith(".");
        assertThat(advice.remedies())
                .isNotEmpty()
                .allSatisfy(remedy -> assertThat(remedy.words()).endsWith("."));
    }

    @Test
    void noEntryHidesALaterOne() {
        List<String> hidden = new ArrayList<>();
        List<FailureReason> all = Arrays.asList(FailureReason.values());
        for (FailureReason later : all) {
            for (String text : later.texts()) {
                if (FailureReason.in(text).orElseThrow() != later) {
                    hidden.add(later + ": " + text);
                }
            }
        }
        assertThat(hidden).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_CONTROL_POLICY, DENIED",
        "PERMISSIONS_BOUNDARY, DENIED",
        "LOG_GROUP_EXISTS, ALREADY_EXISTS",
        "BUCKET_OF_ANOTHER, ALREADY_EXISTS",
        "VPC_QUOTA, QUOTA",
        "ADDRESS_QUOTA, QUOTA",
        "DATABASE_QUOTA, QUOTA",
        "TABLE_BUSY, BEING_CHANGED",
        "SERVICE_LINKED_ROLE, INVALID",
        "NO_SUCH_VERSION, INVALID",
        "BUCKET_NOT_EMPTY, INTERNAL",
        "SNAPSHOT_NOT_FOUND, NOT_FOUND",
    })
    void theNarrowerComesBeforeTheWider(FailureReason narrow, FailureReason wide) {
        assertThat(narrow).isLessThan(wide);
    }

    @Test
    void whatNobodyHasSeenStillHelps() {
        assertThat(Remedies.of("Something that nobody has seen before").meaning())
                .contains("its words say why");
        assertThat(Remedies.of("Something that nobody has seen before").remedies())
                .isNotEmpty();
    }
}
