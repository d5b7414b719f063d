package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;

/** Whose calls they are: by the credentials that sign them. */
class CallersTest {
    private static final String TEMPLATE =
            "{\"Resources\": {\"P\": {\"Type\": \"AWS::SSM::Parameter\", \"Properties\": {\"Type\": \"String\","
                    + " \"Value\": \"v\"}}}}";

    private final VirtualClock clock = new VirtualClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(20), clock);
    private final SignedIn person = SignedIn.to(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void credentialsOfThePortalAreASessionOfIdentityCentersRole() {
        assertThat(arn(role("111122223333", "Deployer")))
                .matches("arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Deployer_[0-9a-f]{16}/sam\\.rivers");
    }

    @Test
    void credentialsOfOnesOwnAreTheAdministratorOfTheUsualAccount() {
        assertThat(arn(AwsBasicCredentials.create("SANDBOX", "sandbox")))
                .isEqualTo("arn:aws:sts::000000000000:assumed-role/Administrator/sandbox");
    }

    @Test
    void credentialsExpireAfterAnHourOfRealTimeInTheWordsOfEachProtocol() {
        AwsCredentials credentials = role("111122223333", "Administrator");
        clock.advance(Duration.ofMinutes(59));
        assertThat(arn(credentials)).contains("Administrator");
        clock.advance(Duration.ofMinutes(1));

        refused(() -> arn(credentials), 403, "ExpiredToken");
        try (CloudWatchClient cloudWatch = client(CloudWatchClient::builder, credentials);
                S3Client s3 = client(S3Client::builder, credentials)) {
            refused(cloudWatch::describeAlarms, 403, "ExpiredToken");
            refused(s3::listBuckets, 400, "ExpiredToken");
        }
    }

    @Test
    void aKeyWithoutItsSessionTokenIsNotGood() {
        RoleCredentials given = person.credentials("111122223333", "Administrator");

        refused(
                () -> arn(AwsBasicCredentials.create(given.accessKeyId(), given.secretAccessKey())),
                403,
                "InvalidClientTokenId");
    }

    @Test
    void keysOfASandboxThatWasStartedAgainAreNobodys() {
        AwsCredentials before = role("111122223333", "Administrator");
        try (Sandbox next = Sandbox.start(SandboxOptions.usual().withPort(0), clock);
                StsClient sts = Clients.client(StsClient::builder, next.endpoint(), Region.US_EAST_1, before)) {
            refused(sts::getCallerIdentity, 403, "InvalidClientTokenId");
        }
    }

    @Test
    void whoOnlyReadsIsDeniedWhatChangesSomething() {
        AwsCredentials credentials = role("777788889999", "ReadOnly");
        try (CloudFormationClient stacks = client(CloudFormationClient::builder, credentials);
                CloudWatchClient cloudWatch = client(CloudWatchClient::builder, credentials);
                StsClient sts = client(StsClient::builder, credentials)) {
            assertThat(stacks.describeStacks().stacks()).isEmpty();
            assertThatThrownBy(() ->
                            stacks.createStack(request -> request.stackName("s").templateBody(TEMPLATE)))
                    .isInstanceOfSatisfying(AwsServiceException.class, denied -> {
                        assertThat(denied.statusCode()).isEqualTo(403);
                        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                        assertThat(denied.awsErrorDetails().errorMessage())
                                .matches("User: arn:aws:sts::777788889999:assumed-role/AWSReservedSSO_ReadOnly_\\w{16}/"
                                        + "sam\\.rivers is not authorized to perform: cloudformation:CreateStack"
                                        + " because no identity-based policy allows the cloudformation:CreateStack"
                                        + " action");
                    });
            refused(() -> cloudWatch.deleteAlarms(request -> request.alarmNames("a")), 403, "AccessDenied");
            refused(() -> assume(sts, "111122223333", "Administrator"), 403, "AccessDenied");
        }
    }

    @Test
    void thePolicySimulationKnowsWhoOnlyReads() {
        AwsCredentials credentials = role("777788889999", "ReadOnly");
        String session = arn(credentials);
        String name = session.split("/", -1)[1];
        try (IamClient iam = client(IamClient::builder, credentials)) {
            String role = iam.getRole(request -> request.roleName(name)).role().arn();
            assertThat(role).isEqualTo("arn:aws:iam::777788889999:role/aws-reserved/sso.amazonaws.com/" + name);
            assertThat(iam.simulatePrincipalPolicy(request -> request.policySourceArn(role)
                                    .actionNames("cloudformation:DescribeStacks", "cloudformation:CreateStack"))
                            .evaluationResults())
                    .extracting(result -> result.evalDecision())
                    .containsExactly(PolicyEvaluationDecisionType.ALLOWED, PolicyEvaluationDecisionType.IMPLICIT_DENY);
        }
    }

    @Test
    void aRoleOfAnyAccountIsAssumedForAsLongAsAsked() {
        try (StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint())) {
            AssumeRoleResponse assumed = assume(sts, "444455556666", "Deployer");
            assertThat(assumed.assumedRoleUser().arn())
                    .isEqualTo("arn:aws:sts::444455556666:assumed-role/Deployer/nightly");
            assertThat(assumed.credentials().expiration())
                    .isEqualTo(clock.instant().plusSeconds(900));
            AwsCredentials credentials = of(assumed.credentials());
            assertThat(arn(credentials)).isEqualTo(assumed.assumedRoleUser().arn());

            clock.advance(Duration.ofMinutes(15));

            refused(() -> arn(credentials), 403, "ExpiredToken");
            refused(() -> assume(sts, "444455556666", "Nobody"), 403, "AccessDenied");
            refused(() -> assume(sts, "123456789012", "Deployer"), 403, "AccessDenied");
        }
    }

    @Test
    void aWebIdentityAssumesARoleUnsigned() {
        try (StsClient sts = Clients.client(StsClient::builder, sandbox.endpoint())) {
            Credentials given = sts.assumeRoleWithWebIdentity(
                            request -> request.roleArn("arn:aws:iam::111122223333:role/ReadOnly")
                                    .roleSessionName("runner")
                                    .webIdentityToken("e30.e30.c2ln"))
                    .credentials();

            assertThat(arn(of(given))).isEqualTo("arn:aws:sts::111122223333:assumed-role/ReadOnly/runner");
            assertThatThrownBy(() -> sts.assumeRoleWithWebIdentity(
                            request -> request.roleArn("arn:aws:iam::111122223333:role/ReadOnly")
                                    .roleSessionName("runner")
                                    .webIdentityToken("none")))
                    .isExactlyInstanceOf(InvalidIdentityTokenException.class);
        }
    }

    private static AssumeRoleResponse assume(StsClient sts, String account, String role) {
        return sts.assumeRole(request -> request.roleArn("arn:aws:iam::" + account + ":role/" + role)
                .roleSessionName("nightly")
                .durationSeconds(900));
    }

    private AwsCredentials role(String account, String role) {
        RoleCredentials given = person.credentials(account, role);
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private static AwsCredentials of(Credentials given) {
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private String arn(AwsCredentials credentials) {
        try (StsClient sts = client(StsClient::builder, credentials)) {
            return sts.getCallerIdentity().arn();
        }
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(
            Supplier<B> builder, AwsCredentials credentials) {
        return Clients.client(builder, sandbox.endpoint(), Region.US_EAST_1, credentials);
    }

    private static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
