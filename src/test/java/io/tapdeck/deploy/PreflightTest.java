package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.preflight.FreeNames;
import io.tapdeck.deploy.preflight.NamedResources;
import io.tapdeck.deploy.preflight.Rights;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.deploy.template.TemplateLimits;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is looked at before a change set is made, and that what could not be looked at is never told as passed. */
class PreflightTest extends AccountTest {
    private static final String BUCKET = """
            {"Resources": {"Backups": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName":
              {"Fn::Join": ["", ["backups-", {"Ref": "AWS::AccountId"}, "-", {"Ref": "AWS::Region"}, "-dev"]]}}}}}""";

    private List<Check> checks(String template) {
        return account.deployments.review(account.plan(template)).preflight().checks();
    }

    private static Check about(String subject, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** S3 that knows buckets by the status of HeadBucket. */
    private static S3Client s3(Map<String, Integer> statuses) {
        return new S3Client() {
            @Override
            public HeadBucketResponse headBucket(HeadBucketRequest request) {
                int status = statuses.getOrDefault(request.bucket(), 404);
                if (status != 200) {
                    throw (S3Exception) S3Exception.builder().statusCode(status).build();
                }
                return HeadBucketResponse.builder().build();
            }

            @Override
            public String serviceName() {
                return "s3";
            }

            @Override
            public void close() {}
        };
    }

    /** IAM that knows some roles and denies some actions. */
    private static IamClient iam(Map<String, String> roles, List<String> denied, List<String> asked) {
        return new IamClient() {
            @Override
            public GetRoleResponse getRole(GetRoleRequest request) {
                String arn = roles.get(request.roleName());
                if (arn == null) {
                    throw NoSuchEntityException.builder().statusCode(404).build();
                }
                return GetRoleResponse.builder()
                        .role(role -> role.roleName(request.roleName()).arn(arn))
                        .build();
            }

            @Override
            public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(SimulatePrincipalPolicyRequest request) {
                asked.add(request.policySourceArn());
                return SimulatePrincipalPolicyResponse.builder()
                        .isTruncated(false)
                        .evaluationResults(request.actionNames().stream()
                                .map(action -> EvaluationResult.builder()
                                        .evalActionName(action)
                                        .evalDecision(denied.contains(action) ? "implicitDeny" : "allowed")
                                        .organizationsDecisionDetail(
                                                detail -> detail.allowedByOrganizations(!denied.contains(action)))
                                        .build())
                                .toList())
                        .build();
            }

            @Override
            public String serviceName() {
                return "iam";
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void whatTheSessionMayNotAskIsToldAsNotChecked() {
        account.s3 = Denied.client(S3Client.class);

        List<Check> checks = checks(BUCKET);

        assertThat(about("Identity", checks).result()).isEqualTo(Result.PASSED);
        assertThat(about("Limits", checks).result()).isEqualTo(Result.PASSED);
        assertThat(about("Names", checks).result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(about("Names", checks).words())
                .startsWith("Whether bucket backups-000000000000-us-east-1-dev is free:");
        assertThat(about("Rights", checks).result()).isEqualTo(Result.NOT_CHECKED);
    }

    @Test
    void aNameThatIsTakenStopsBeforeTheChangeSet() {
        account.s3 = s3(Map.of("backups-000000000000-us-east-1-dev", 200));

        assertThatThrownBy(() -> checks(BUCKET))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("already has the bucket backups-000000000000-us-east-1-dev");
        assertThat(account.simulated.describeStacks(request -> {}).stacks()).isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        account.s3 = s3(Map.of("backups-000000000000-us-east-1-dev", 200));
        String template = BUCKET.replace("{\"Resources\": {", """
                {"Resources": {"Db": {"Type": "AWS::RDS::DBCluster", "Properties": {
                  "Engine": "aurora-mysql", "EngineVersion": "8.0.mysql_aurora.1.0.0"}},""");

        assertThatThrownBy(() -> checks(template))
                .hasMessageContaining("already has the bucket")
                .hasMessageContaining("1.0.0 of aurora-mysql is not offered");
    }

    @Test
    void aBucketOfAnotherAccountIsWarnedOf() {
        account.s3 = s3(Map.of("backups-000000000000-us-east-1-dev", 403));

        assertThat(about("Names", checks(BUCKET)).result()).isEqualTo(Result.WARNED);
    }

    @Test
    void namesOfWhatTheStackAlreadyHasAreNotAskedFor() {
        account.s3 = s3(Map.of());
        account.deploy(BUCKET);
        account.s3 = s3(Map.of("backups-000000000000-us-east-1-dev", 200));

        assertThat(checks(BUCKET)).noneMatch(check -> check.subject().equals("Names"));
    }

    @Test
    void alarmsAreLookedForByName() {
        account.cloudWatch = new CloudWatchClient() {
            @Override
            public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
                return DescribeAlarmsResponse.builder()
                        .metricAlarms(request.alarmNames().stream()
                                .filter("taken"::equals)
                                .map(name ->
                                        MetricAlarm.builder().alarmName(name).build())
                                .toList())
                        .build();
            }

            @Override
            public String serviceName() {
                return "cloudwatch";
            }

            @Override
            public void close() {}
        };
        FreeNames names = new FreeNames(
                account, new Calls(account.session(), time -> {}, new Random(1), account, Patience.none()));

        assertThat(names.check(List.of(
                        new NamedResources.Named("A", "AWS::CloudWatch::Alarm", "free"),
                        new NamedResources.Named("B", "AWS::CloudWatch::Alarm", "taken"),
                        new NamedResources.Named("C", "AWS::SecretsManager::Secret", "secret"))))
                .extracting(Check::result)
                .containsExactly(Result.PASSED, Result.FAILED, Result.NOT_CHECKED);
    }

    @Test
    void theRoleBehindTheSessionIsSimulatedWithItsPath() {
        List<String> asked = new ArrayList<>();
        account.iam = iam(
                Map.of("Administrator", "arn:aws:iam::000000000000:role/aws-reserved/Administrator"), List.of(), asked);

        assertThat(about("Rights", checks(BUCKET)).result()).isEqualTo(Result.PASSED);
        assertThat(asked).containsExactly("arn:aws:iam::000000000000:role/aws-reserved/Administrator");
    }

    @Test
    void aRoleThatMayNotBeReadIsSimulatedWithoutAPath() {
        List<String> asked = new ArrayList<>();
        account.iam = iam(Map.of(), List.of(), asked);

        checks(BUCKET);

        assertThat(asked).containsExactly("arn:aws:iam::000000000000:role/Administrator");
    }

    @Test
    void whatTheSimulationDeniesIsAWarningThatNamesTheActionAndThePolicy() {
        account.iam = iam(Map.of(), List.of("s3:CreateBucket"), new ArrayList<>());

        assertThat(about("Rights", checks(BUCKET)))
                .satisfies(check -> assertThat(check.result()).isEqualTo(Result.WARNED))
                .satisfies(check -> assertThat(check.words())
                        .contains("Administrator may not: s3:CreateBucket (service control policy)"));
    }

    @Test
    void aDatabaseAsksForItsServiceLinkedRole() {
        account.iam = iam(Map.of(), List.of(), new ArrayList<>());
        Rights rights = new Rights(
                account.iam,
                new Calls(account.session(), time -> {}, new Random(1), account, Patience.none()),
                account.session());

        assertThat(rights.serviceLinkedRole().result()).isEqualTo(Result.WARNED);
        assertThat(rights.serviceLinkedRole().words()).contains("no AWSServiceRoleForRDS yet");
    }

    @Test
    void theSummaryCountsWhatCouldNotBeMade() {
        assertThat(new Preflight(List.of(
                                Check.passed("a", ""),
                                Check.passed("b", ""),
                                Check.warned("c", ""),
                                Check.notMade("d", "")))
                        .summary())
                .isEqualTo("2 checks passed, 1 warns, 1 could not be made");
    }

    @Test
    void limitsAreToldTogether() {
        String outputs =
                IntStream.range(0, 201).mapToObj("\"o%d\": {}"::formatted).collect(Collectors.joining(",", "{", "}"));
        var template = new StackTemplate(
                "n".repeat(129), "{\"Outputs\": %s}".formatted(outputs), 501, List.of(), Map.of(), false);

        assertThat(TemplateLimits.exceeded(template)).hasSize(3);
        assertThat(TemplateLimits.exceeded(Map.of("A", "x".repeat(4_097), "B", "x".repeat(4_096))))
                .containsExactly("The value of the parameter A has 4,097 bytes; CloudFormation takes 4,096.");
    }
}
