package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;

/** A role of Identity Center that is opened without a profile, and whose credentials AWS calls expired. */
class RoleWithoutProfileTest {
    private static final String IDENTITY = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:sts::123456789012:assumed-role/Administrator/ops</Arn><UserId>U</UserId>\
            <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""";
    private static final String EXPIRED = "<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code>"
            + "<Message>The security token included in the request is expired</Message></Error></ErrorResponse>";
    private static final SsoSession ACME =
            new SsoSession("acme", "https://acme.awsapps.com/start", "eu-west-1", List.of());

    @TempDir
    Path folder;

    /** How many credentials the portal has given. */
    private final AtomicInteger given = new AtomicInteger();

    private String expired = "none";
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/federation/credentials", exchange -> answer(exchange, 200, """
                {"roleCredentials": {"accessKeyId": "ASIA%d", "secretAccessKey": "s", "sessionToken": "t",
                 "expiration": 4102444800000}}""".formatted(given.incrementAndGet())));
        server.createContext("/", exchange -> {
            boolean refused =
                    exchange.getRequestHeaders().getFirst("Authorization").contains("Credential=" + expired + "/");
            answer(exchange, refused ? 403 : 200, refused ? EXPIRED : IDENTITY);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void itsCredentialsAreMadeAnewAndThePersonHearsWhereToSignIn() throws IOException {
        ProfileFile files = ProfileFile.builder()
                .content("[default]\nendpoint_url = http://127.0.0.1:%d\n"
                        .formatted(server.getAddress().getPort()))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        // Named by the session's name (AWS SDKs and tools reference guide): the SHA-1 of "acme".
        Files.writeString(folder.resolve("293abb6b76d7791c0732cc517d38c4b5c734b87f.json"), """
                {"startUrl": "https://acme.awsapps.com/start", "region": "eu-west-1", "accessToken": "token",
                 "expiresAt": "2100-01-01T00:00:00Z"}""");
        try (AwsConnections connections = new AwsConnections(
                        Instant::now,
                        AwsRetryStrategy.doNotRetry(),
                        () -> files,
                        name -> Optional.empty(),
                        new TokenCache(folder, Thread::sleep));
                AwsConnection connection = connections.open(
                        new Target.Role("ops", ACME, "123456789012", "Administrator", "eu-west-1", false))) {
            expired = "ASIA1";

            assertThatThrownBy(connection::identity).isInstanceOfSatisfying(SdkException.class, e -> {
                AwsException told = AwsFailures.explain(e, "AWS");
                assertThat(told.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN);
                assertThat(told.remedy()).contains("tapdeck login --sso-session acme");
            });

            assertThat(connection.identity().account()).isEqualTo("123456789012");
            assertThat(given).hasValue(2);
        }
    }
}
