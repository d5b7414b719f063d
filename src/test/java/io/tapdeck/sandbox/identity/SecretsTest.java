package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/** What is secret is in no file and no log. */
class SecretsTest {

    @TempDir
    Path folder;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger logger = Logger.getLogger("io.tapdeck");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage() + " " + List.of(parameters(logRecord)) + " " + logRecord.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static Object[] parameters(LogRecord logRecord) {
        Object[] parameters = logRecord.getParameters();
        return parameters == null ? new Object[0] : parameters;
    }

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void afterSigningInRefreshingTakingARoleAndSigningOut() throws Exception {
        SandboxOptions options = SandboxOptions.usual()
                .withPort(0)
                .withFolder(folder)
                // Something to log while secrets pass.
                .withFaults(FaultScript.parse("SSO.Logout#1=refuse:Unmodelled"));
        SignedIn person;
        CreateTokenResponse refreshed;
        RoleCredentials role;
        try (Sandbox sandbox = Sandbox.start(options, new VirtualClock())) {
            person = SignedIn.to(sandbox);
            role = person.credentials("111122223333", "Administrator");
            refreshed = person.refreshed();
            AwsSessionCredentials credentials =
                    AwsSessionCredentials.create(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
            try (CloudFormationClient stacks = Clients.client(
                            CloudFormationClient::builder, sandbox.endpoint(), Region.US_EAST_1, credentials);
                    SsoClient portal = Clients.client(SsoClient::builder, sandbox.endpoint())) {
                stacks.deleteStack(request -> request.stackName("none"));
                String token = refreshed.accessToken();
                assertThat(catchThrowable(() -> portal.logout(request -> request.accessToken(token))))
                        .hasMessageNotContaining(token);
                portal.logout(request -> request.accessToken(token));
            }
        }

        String written = written() + logged;

        assertThat(logged).isNotEmpty();
        assertThat(written)
                .contains("DeleteStack")
                .doesNotContain(
                        person.client().clientSecret(),
                        person.tokens().accessToken(),
                        person.tokens().refreshToken(),
                        refreshed.accessToken(),
                        refreshed.refreshToken(),
                        role.accessKeyId(),
                        role.secretAccessKey(),
                        role.sessionToken());
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void noTokenLooksLikeAnOptionOfACommandLine() {
        assertThat(Stream.generate(() -> Secrets.token(3)).limit(2000)).noneMatch(token -> token.startsWith("-"));
    }
}
