package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;

/** What can go wrong in signing in, rehearsed by the fault script. */
class SignInFaultsTest {
    private final VirtualClock clock = new VirtualClock();

    @Test
    void aTokenIsGoodForAsLongAsTheScriptSays() {
        try (Sandbox sandbox = sandbox("lifetime:token=30s")) {
            SignedIn person = SignedIn.to(sandbox);
            assertThat(person.tokens().expiresIn()).isEqualTo(30);
            clock.advance(Duration.ofSeconds(30));

            assertRefused(() -> person.credentials("111122223333", "ReadOnly"), SsoException.class, 401);
            assertThat(person.refreshed().accessToken()).isNotBlank();
        }
    }

    @Test
    void credentialsAreGoodForAsLongAsTheScriptSays() {
        try (Sandbox sandbox = sandbox("lifetime:credentials=45s")) {
            assertThat(SignedIn.to(sandbox)
                            .credentials("111122223333", "ReadOnly")
                            .expiration())
                    .isEqualTo(clock.instant().plusSeconds(45).toEpochMilli());
        }
    }

    @Test
    void refreshTokensAreRevoked() {
        try (Sandbox sandbox = sandbox("lifetime:refresh-token=0s")) {
            SignedIn person = SignedIn.to(sandbox);

            assertRefused(person::refreshed, InvalidGrantException.class, 400);
            assertThat(person.credentials("111122223333", "ReadOnly")).isNotNull();
        }
    }

    @Test
    void aRegistrationExpires() {
        try (Sandbox sandbox = sandbox("lifetime:registration=60s")) {
            SignedIn person = SignedIn.to(sandbox);
            clock.advance(Duration.ofSeconds(60));

            assertRefused(person::refreshed, InvalidClientException.class, 401);
        }
    }

    @Test
    void aModelledRefusalIsPlayedByItsName() {
        try (Sandbox sandbox = sandbox("OIDC.CreateToken#1=refuse:SlowDownException")) {
            assertThatThrownBy(() -> SignedIn.to(sandbox)).isInstanceOfSatisfying(SlowDownException.class, refused -> {
                assertThat(refused.error()).isEqualTo("slow_down");
                assertThat(refused.statusCode()).isEqualTo(400);
            });
            assertThat(SignedIn.to(sandbox).tokens().accessToken()).isNotBlank();
        }
    }

    @Test
    void aDeviceCodeIsExpiredFromTheStart() {
        try (Sandbox sandbox = sandbox("OIDC.CreateToken=refuse:ExpiredTokenException")) {
            assertRefused(() -> SignedIn.to(sandbox), ExpiredTokenException.class, 400);
        }
    }

    @Test
    void thePortalIsDown() {
        try (Sandbox sandbox = sandbox("SSO.*=error:503");
                SsoClient portal = Clients.client(SsoClient::builder, sandbox.endpoint())) {
            String token = SignedIn.to(sandbox).tokens().accessToken();

            assertRefused(() -> portal.listAccounts(request -> request.accessToken(token)), SsoException.class, 503);
        }
    }

    @Test
    void aCodeThatNoModelHasIsAnsweredAsItIs() {
        try (Sandbox sandbox = sandbox("SSO.ListAccounts=refuse:ForbiddenException");
                SsoClient portal = Clients.client(SsoClient::builder, sandbox.endpoint())) {
            String token = SignedIn.to(sandbox).tokens().accessToken();

            assertThatThrownBy(() -> portal.listAccounts(request -> request.accessToken(token)))
                    .isInstanceOfSatisfying(
                            SsoException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("ForbiddenException"));
        }
    }

    private Sandbox sandbox(String... faults) {
        return Sandbox.start(
                SandboxOptions.usual().withPort(0).withSpeed(1).withFaults(FaultScript.parse(faults)), clock);
    }

    private static void assertRefused(ThrowingCallable call, Class<? extends AwsServiceException> type, int status) {
        assertThatThrownBy(call)
                .isInstanceOf(type)
                .satisfies(refused ->
                        assertThat(((AwsServiceException) refused).statusCode()).isEqualTo(status));
    }
}
