package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import io.tapdeck.aws.AwsException.Kind;
import io.tapdeck.aws.identitycenter.TokenCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

class AwsConnectionsTest {
    private static final String IDENTITY = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:sts::123456789012:assumed-role/Administrator/ops</Arn><UserId>U</UserId>\
            <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""";
    private static final String FILES = """
            [profile acme]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = example
            region = eu-west-1
            [profile nowhere]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = example
            [profile empty]
            region = eu-west-1
            [profile bent]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = example
            endpoint_url = http://not an address
            [profile hasty]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = portal
            duration_seconds = soon
            [profile lost]
            sso_session = corp
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            [profile portal]
            sso_session = acme
            sso_account_id = 123456789012
            sso_role_name = Administrator
            [profile partner]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = portal
            """;

    private HttpServer server;
    private int status = 200;
    private String body = IDENTITY;
    private String path = "";
    private String scope = "";
    private String files = FILES;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            path = exchange.getRequestURI().getPath();
            scope = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private AwsConnection open(Target target) {
        return new AwsConnections(
                        Instant::now,
                        AwsRetryStrategy.doNotRetry(),
                        () -> ProfileFile.builder()
                                .content(files)
                                .type(ProfileFile.Type.CONFIGURATION)
                                .build(),
                        name -> Optional.empty(),
                        new TokenCache(Path.of("no-sign-ins"), Thread::sleep))
                .open(target);
    }

    private AwsConnection open(@Nullable String profile, @Nullable String region) {
        return open(new Target.Account(profile, region, endpoint(), false));
    }

    private static void assertFails(ThrowingCallable open, Kind kind, String words) {
        assertThatThrownBy(open).asInstanceOf(type(AwsException.class)).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageContaining(words);
            assertThat(e.remedy()).isNotBlank();
        });
    }

    @Test
    void aProfileIsVerifiedWithSts() {
        try (AwsConnection connection = open("acme", null)) {
            assertThat(connection.session())
                    .isEqualTo(new Session(
                            "acme",
                            "123456789012",
                            "eu-west-1",
                            "arn:aws:sts::123456789012:assumed-role/Administrator/ops",
                            Session.Kind.ACCOUNT,
                            false));
            assertThat(connection.clock().lastHeard()).isPresent();
        }
    }

    @Test
    void theDateOfAnAnswerSetsTheEndpointsClock() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (AwsConnection connection = open("acme", null)) {
            assertThat(connection.clock().instant()).isAfterOrEqualTo(before);
            assertThat(connection.clock().rate()).isEqualTo(1);
        }
    }

    @Test
    void theSandboxNeedsNoFiles() {
        try (AwsConnection connection = open(Target.sandbox(endpoint()))) {
            assertThat(connection.session().kind()).isEqualTo(Session.Kind.SANDBOX);
        }
    }

    @Test
    void theRegionThatIsAskedForComesFirst() {
        try (AwsConnection connection = open("acme", "us-west-2")) {
            assertThat(connection.session().region()).isEqualTo("us-west-2");
        }
    }

    @Test
    void aBucketsNameStandsInThePathOfAnEndpointOfOnesOwn() {
        try (AwsConnection connection = open("acme", null)) {
            body = "<ListVersionsResult/>";
            connection.s3().listObjectVersions(request -> request.bucket("backups"));

            assertThat(path).isEqualTo("/backups");
            assertThat(scope).contains("/eu-west-1/s3/");
        }
    }

    @Test
    void identityAndAccessIsAskedLikeTheOthers() {
        try (AwsConnection connection = open("acme", null)) {
            body = """
                    <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated>\
                    </SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>""";
            SimulatePrincipalPolicyResponse answer = connection
                    .iam()
                    .simulatePrincipalPolicy(
                            request -> request.policySourceArn("arn").actionNames("s3:GetObject"));

            assertThat(answer.isTruncated()).isFalse();
            assertThat(scope).contains("/eu-west-1/iam/");
        }
    }

    @Test
    void anUnknownProfileIsNamedWithThoseThatExist() {
        assertFails(() -> open("acne", null), Kind.WRONG_TARGET, "no profile “acne”");
        assertThatThrownBy(() -> open("acne", null))
                .asInstanceOf(type(AwsException.class))
                .satisfies(e -> assertThat(e.remedy()).contains("acme"));
    }

    @Test
    void aProfileThatLeadsNowhereSaysWhy() {
        assertFails(() -> open("empty", null), Kind.WRONG_TARGET, "“empty” cannot be used. It leads to no credentials");
        assertFails(() -> open("lost", "eu-west-1"), Kind.WRONG_TARGET, "names the sso-session “corp”");
    }

    @Test
    void aProfileOfIdentityCenterNeedsSignIn() {
        assertFails(() -> open("portal", "eu-west-1"), Kind.NEEDS_SIGN_IN, "The session acme is signed out");
    }

    @Test
    void whatAProfileWritesWronglyIsNamed() {
        assertFails(
                () -> open(new Target.Account("bent", "eu-west-1", null, false)), Kind.WRONG_TARGET, "not an address");
        assertFails(() -> open("hasty", "eu-west-1"), Kind.WRONG_TARGET, "“soon”, which is no number");
    }

    @Test
    void aRoleByWayOfIdentityCenterNeedsTheSameSignIn() {
        assertFails(() -> open("partner", "eu-west-1"), Kind.NEEDS_SIGN_IN, "The session acme is signed out");
    }

    @Test
    void aRegionThatIsNoRegionIsRefused() {
        assertFails(() -> open("acme", "europe at large"), Kind.WRONG_TARGET, "region");
    }

    @Test
    void nothingThatAnswersIsUnreachable() {
        URI endpoint = endpoint();
        server.stop(0);
        assertFails(
                () -> open(new Target.Account("acme", null, endpoint, false)),
                Kind.UNREACHABLE,
                "No answer from the endpoint");
    }

    @Test
    void anUnknownHostIsUnreachable() {
        assertFails(
                () -> open(new Target.Account("acme", null, URI.create("http://no-such-host.invalid"), false)),
                Kind.UNREACHABLE,
                "no-such-host.invalid");
    }

    @Test
    void whatAnswersSomethingElseIsNotAws() {
        body = "<html><body>It works!</body></html>";
        assertFails(() -> open("acme", null), Kind.UNREACHABLE, "is not AWS");
        body = "plain words";
        assertFails(() -> open("acme", null), Kind.UNREACHABLE, "is not AWS");
        status = 404;
        assertFails(() -> open("acme", null), Kind.UNREACHABLE, "is not AWS");
    }

    @Test
    void anAddressThatIsNoEndpointIsRefused() {
        assertFails(
                () -> open(new Target.Account("acme", null, URI.create("localhost:1"), false)),
                Kind.WRONG_TARGET,
                "endpoint");
    }

    @Test
    void expiredCredentialsNeedSignIn() {
        status = 403;
        body = error("ExpiredToken", "The security token included in the request is expired");
        assertFails(() -> open("acme", null), Kind.NEEDS_SIGN_IN, "expired");
    }

    /** Whoever waits for a running operation goes on with them. */
    @Test
    void newKeysInTheFilesAreTakenUpByAConnectionThatIsOpen() {
        try (AwsConnection connection = open("acme", null)) {
            status = 403;
            body = error("ExpiredToken", "The security token included in the request is expired");
            assertThatThrownBy(() -> connection.cloudFormation().describeStacks())
                    .isInstanceOfSatisfying(SdkException.class, e -> {
                        AwsException told = AwsFailures.explain(e, "AWS");
                        assertThat(told.kind()).isEqualTo(Kind.NEEDS_SIGN_IN);
                        assertThat(told.remedy()).isEqualTo("Put new keys into the AWS files, for profile acme.");
                    });

            files = FILES.replace("AKIDEXAMPLE", "ASIANEWKEY");
            status = 200;
            body = IDENTITY;
            connection.identity();

            assertThat(scope).contains("Credential=ASIANEWKEY/");
        }
    }

    @Test
    void wrongCredentialsNeedSignIn() {
        status = 403;
        body = error("InvalidClientTokenId", "The security token included in the request is invalid.");
        assertFails(() -> open("acme", null), Kind.NEEDS_SIGN_IN, "does not know the credentials");
    }

    @Test
    void aRefusalIsToldInAwsOwnWords() {
        status = 403;
        body = error("AccessDenied", "User ops is not authorized to perform: sts:GetCallerIdentity");
        assertFails(() -> open("acme", null), Kind.DENIED, "not authorized to perform: sts:GetCallerIdentity");
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                .formatted(code, message);
    }
}
