package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Network;
import io.tapdeck.sandbox.AwsCli;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxBrowser;
import io.tapdeck.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;

/** One cache for Tapdeck and the AWS CLI: what one writes the other reads. Its clock is the real one, so all are. */
class SharedCacheTest {
    @TempDir
    Path home;

    private final SandboxBrowser person = new SandboxBrowser();

    private static String config(Sandbox sandbox) {
        return """
                [default]
                endpoint_url = %1$s
                [sso-session harbour]
                sso_start_url = https://harbour.awsapps.com/start
                sso_region = us-east-1
                sso_registration_scopes = sso:account:access
                [profile audit]
                sso_session = harbour
                sso_account_id = 777788889999
                sso_role_name = ReadOnly
                region = us-east-1
                endpoint_url = %1$s
                """.formatted(sandbox.endpoint());
    }

    private static CachedToken ending(CachedToken token, Duration left) {
        return new CachedToken(
                new AccessToken(token.access().value(), Instant.now().plus(left)),
                token.refreshToken(),
                token.clientId(),
                token.clientSecret(),
                token.registrationExpiresAt());
    }

    private static String account(AwsCli aws) throws Exception {
        return aws.json("sts", "get-caller-identity", "--profile", "audit")
                .path("Account")
                .asText();
    }

    @Test
    void theAwsCliUsesOurSignInAndBothRefreshItForEachOther() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0))) {
            AwsCli aws = AwsCli.configured(home, config(sandbox)).with("HOME", home.toString());
            TokenCache cache =
                    new TokenCache(TokenCache.usualFolder(Map.of("HOME", home.toString()), ""), Thread::sleep);
            try (IdentityCenter identityCenter = new IdentityCenter(
                    () -> ProfileFile.builder()
                            .content(home.resolve("config"))
                            .type(ProfileFile.Type.CONFIGURATION)
                            .build(),
                    null,
                    cache,
                    new Network(name -> Optional.empty()).client(null, null),
                    AwsRetryStrategy.doNotRetry(),
                    InstantSource.system(),
                    Thread::sleep)) {
                SsoSession harbour = identityCenter.sessions().named("harbour");
                identityCenter
                        .signIn(harbour, page -> person.open(person.allow(page)))
                        .run(SignInMethod.BROWSER, event -> {});

                assertThat(account(aws)).as("the CLI reads our token").isEqualTo("777788889999");

                CachedToken ours = cache.token(harbour).orElseThrow();
                cache.save(harbour, ending(ours, Duration.ofMinutes(5)));
                Path file = home.resolve(".aws/sso/cache/" + CacheKeys.token(harbour) + ".json");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
                assertThat(account(aws)).isEqualTo("777788889999");

                AccessToken theirs = identityCenter.tokens(harbour).token();
                assertThat(theirs.value())
                        .as("the CLI's refresh")
                        .isNotEqualTo(ours.access().value());
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");

                cache.save(harbour, ending(cache.token(harbour).orElseThrow(), Duration.ofMinutes(5)));
                assertThat(identityCenter.tokens(harbour).token().value())
                        .as("refreshed with the refresh token that the CLI got")
                        .isNotEqualTo(theirs.value());
                assertThat(account(aws)).as("the CLI reads our refresh").isEqualTo("777788889999");
                assertThat(aws.json(
                                        "sso",
                                        "list-accounts",
                                        "--access-token",
                                        identityCenter.tokens(harbour).token().value())
                                .path("accountList"))
                        .hasSize(3);
            }
        }
    }
}
