package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI signs in to the sandbox, by a config file that points there. Its clock is the real one, so the sandbox's is. */
class SignInCliTest {
    private static final String START_URL = "https://harbour.awsapps.com/start";

    @TempDir
    Path home;

    @Test
    void signsInWithADeviceCodeAndTakesARoleFromThePortal() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0))) {
            AwsCli aws = cli(sandbox);
            JsonNode client = register(aws);
            JsonNode started = start(aws, client);
            String[] createToken = createToken(client, started);
            assertThat(aws.failure(createToken)).contains("(AuthorizationPendingException)");

            allow(started);

            String token = aws.json(createToken).path("accessToken").asText();
            JsonNode accounts = aws.json("sso", "list-accounts", "--access-token", token);
            assertThat(accounts.path("accountList")).hasSize(3);
            assertThat(aws.json("sso", "list-account-roles", "--access-token", token, "--account-id", "777788889999")
                            .at("/roleList/0/roleName")
                            .asText())
                    .isEqualTo("ReadOnly");
            JsonNode credentials = aws.json(
                            "sso",
                            "get-role-credentials",
                            "--access-token",
                            token,
                            "--account-id",
                            "111122223333",
                            "--role-name",
                            "Deployer")
                    .path("roleCredentials");
            AwsCli signed = aws.with(
                            "AWS_ACCESS_KEY_ID", credentials.path("accessKeyId").asText())
                    .with(
                            "AWS_SECRET_ACCESS_KEY",
                            credentials.path("secretAccessKey").asText())
                    .with("AWS_SESSION_TOKEN", credentials.path("sessionToken").asText());
            assertThat(signed.json("sts", "get-caller-identity").path("Arn").asText())
                    .startsWith("arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Deployer_");
            assertThat(aws.failure("sso", "list-accounts", "--access-token", "wrong"))
                    .contains("(UnauthorizedException)");
        }
    }

    /** The CLI refreshes by its own rules what is about to expire, and keeps what the sandbox gives it. */
    @Test
    void refreshesACachedTokenForAProfileAndIsDeniedWhatItsRoleMayNot() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0))) {
            AwsCli aws = cli(sandbox).with("HOME", home.toString());
            JsonNode client = register(aws);
            JsonNode started = start(aws, client);
            allow(started);
            JsonNode tokens = aws.json(createToken(client, started));
            Path cache = cache(client, tokens, Instant.now().plus(Duration.ofMinutes(5)));

            assertThat(aws.json("sts", "get-caller-identity", "--profile", "audit")
                            .path("Account")
                            .asText())
                    .isEqualTo("777788889999");

            JsonNode kept = new ObjectMapper().readTree(cache.toFile());
            assertThat(kept.path("accessToken").asText())
                    .isNotEqualTo(tokens.path("accessToken").asText());
            assertThat(aws.failure("cloudformation", "delete-stack", "--stack-name", "s", "--profile", "audit"))
                    .contains("(AccessDenied)", "is not authorized to perform: cloudformation:DeleteStack");
        }
    }

    private JsonNode register(AwsCli aws) throws Exception {
        return aws.json(
                "sso-oidc",
                "register-client",
                "--client-name",
                "witness",
                "--client-type",
                "public",
                "--scopes",
                "sso:account:access");
    }

    private JsonNode start(AwsCli aws, JsonNode client) throws Exception {
        return aws.json(
                "sso-oidc",
                "start-device-authorization",
                "--client-id",
                client.path("clientId").asText(),
                "--client-secret",
                client.path("clientSecret").asText(),
                "--start-url",
                START_URL);
    }

    private static String[] createToken(JsonNode client, JsonNode started) {
        return new String[] {
            "sso-oidc",
            "create-token",
            "--client-id",
            client.path("clientId").asText(),
            "--client-secret",
            client.path("clientSecret").asText(),
            "--grant-type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "--device-code",
            started.path("deviceCode").asText()
        };
    }

    private static void allow(JsonNode started) {
        new SandboxBrowser()
                .allowDevice(URI.create(started.path("verificationUriComplete").asText()));
    }

    private AwsCli cli(Sandbox sandbox) throws IOException {
        // The CLI of version 1 would read a start URL's page for the value of the option.
        return AwsCli.configured(home, """
                [default]
                cli_follow_urlparam = false
                endpoint_url = %1$s
                [profile audit]
                endpoint_url = %1$s
                sso_session = harbour
                sso_account_id = 777788889999
                sso_role_name = ReadOnly
                [sso-session harbour]
                sso_start_url = %2$s
                sso_region = us-east-1
                sso_registration_scopes = sso:account:access
                """.formatted(sandbox.endpoint(), START_URL));
    }

    /** The cache as a sign-in leaves it: named after the session. */
    private Path cache(JsonNode client, JsonNode tokens, Instant expiresAt) throws Exception {
        byte[] name = MessageDigest.getInstance("SHA-1").digest("harbour".getBytes(StandardCharsets.UTF_8));
        Path folder = Files.createDirectories(home.resolve(".aws/sso/cache"));
        return Files.writeString(
                folder.resolve(HexFormat.of().formatHex(name) + ".json"),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("startUrl", START_URL)
                        .put("region", "us-east-1")
                        .put("accessToken", tokens.path("accessToken").asText())
                        .put(
                                "expiresAt",
                                expiresAt.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("clientId", client.path("clientId").asText())
                        .put("clientSecret", client.path("clientSecret").asText())
                        .put(
                                "registrationExpiresAt",
                                Instant.ofEpochSecond(client.path("clientSecretExpiresAt")
                                                .asLong())
                                        .toString())
                        .put("refreshToken", tokens.path("refreshToken").asText())
                        .toString());
    }
}
