package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxBrowser;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;
import software.amazon.awssdk.services.ssooidc.model.UnsupportedGrantTypeException;

/** Signing in to the sandbox's IAM Identity Center with the SDK's own client. */
class SandboxOidcTest {
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String VERIFIER = "a-verifier-of-at-least-43-characters-0123456789";
    private static final String REDIRECT = "http://127.0.0.1:49152/oauth/callback";

    private final VirtualClock clock = new VirtualClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock);
    private final SsoOidcClient oidc = Clients.client(SsoOidcClient::builder, sandbox.endpoint());
    private final SandboxBrowser browser = new SandboxBrowser();

    @AfterEach
    void stop() {
        oidc.close();
        sandbox.close();
    }

    @Test
    void aDeviceCodeIsRedeemedOnceItsPersonAllowsIt() {
        RegisterClientResponse client = registerForDevices();
        StartDeviceAuthorizationResponse started = start(client);
        assertThat(started.userCode()).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(started.interval()).isEqualTo(1);
        assertThat(started.expiresIn()).isEqualTo(600);
        refused(() -> redeem(client, started), AuthorizationPendingException.class, "authorization_pending", 400);

        browser.allowDevice(URI.create(started.verificationUriComplete()));

        CreateTokenResponse tokens = redeem(client, started);
        assertThat(tokens.accessToken()).isNotBlank();
        assertThat(tokens.refreshToken()).isNotBlank();
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(3600);
        refused(() -> redeem(client, started), InvalidGrantException.class, "invalid_grant", 400);
    }

    @Test
    void whoAsksMoreOftenThanTheIntervalIsToldToSlowDownByFiveSeconds() {
        RegisterClientResponse client = registerForDevices();
        StartDeviceAuthorizationResponse started = start(client);
        refused(() -> redeem(client, started), AuthorizationPendingException.class, "authorization_pending", 400);
        refused(() -> redeem(client, started), SlowDownException.class, "slow_down", 400);

        clock.advance(Duration.ofSeconds(5));
        refused(() -> redeem(client, started), SlowDownException.class, "slow_down", 400);
        clock.advance(Duration.ofSeconds(11));
        refused(() -> redeem(client, started), AuthorizationPendingException.class, "authorization_pending", 400);
    }

    @Test
    void aDeniedDeviceCodeIsRefused() {
        RegisterClientResponse client = registerForDevices();
        StartDeviceAuthorizationResponse started = start(client);

        browser.denyDevice(URI.create(started.verificationUriComplete()));

        refused(() -> redeem(client, started), AccessDeniedException.class, "access_denied", 400);
    }

    @Test
    void aDeviceCodeExpiresAfterTenMinutes() {
        RegisterClientResponse client = registerForDevices();
        StartDeviceAuthorizationResponse started = start(client);
        clock.advance(Duration.ofMinutes(10));

        refused(() -> redeem(client, started), ExpiredTokenException.class, "expired_token", 400);
        assertThat(browser.open(URI.create(started.verificationUriComplete())).body())
                .contains("unknown, used or expired");
    }

    @Test
    void theUserCodeIsTypedInWhateverCase() {
        RegisterClientResponse client = registerForDevices();
        StartDeviceAuthorizationResponse started = start(client);
        String typed = started.userCode().toLowerCase(Locale.ROOT).replace("-", "");
        assertThat(browser.open(URI.create(started.verificationUri())).body()).contains("name=\"user_code\"");

        browser.allowDevice(URI.create(started.verificationUri() + "?user_code=" + typed));

        assertThat(redeem(client, started).accessToken()).isNotBlank();
    }

    @Test
    void aBrowserBringsACodeThatIsGoodWithItsVerifierOnce() throws Exception {
        RegisterClientResponse client = registerForBrowsers();

        URI sentTo = browser.allow(authorize(client, Map.of()));

        assertThat(sentTo.toString()).startsWith(REDIRECT + "?").contains("state=a+state%2F1");
        String code = parameter(sentTo, "code");
        CreateTokenResponse tokens = redeem(client, code, VERIFIER, REDIRECT);
        assertThat(tokens.accessToken()).isNotBlank();
        refused(() -> redeem(client, code, VERIFIER, REDIRECT), InvalidGrantException.class, "invalid_grant", 400);
    }

    @Test
    void aCodeIsRefusedWithAnotherVerifierAndGoneAfterThat() throws Exception {
        RegisterClientResponse client = registerForBrowsers();
        String code = parameter(browser.allow(authorize(client, Map.of())), "code");

        refused(
                () -> redeem(client, code, VERIFIER + "x", REDIRECT),
                InvalidGrantException.class,
                "invalid_grant",
                400);
        refused(() -> redeem(client, code, VERIFIER, REDIRECT), InvalidGrantException.class, "invalid_grant", 400);
    }

    @Test
    void aCodeIsRefusedForAnotherAddressOrClient() throws Exception {
        RegisterClientResponse client = registerForBrowsers();
        RegisterClientResponse other = registerForBrowsers();
        String code = parameter(browser.allow(authorize(client, Map.of())), "code");
        refused(
                () -> redeem(client, code, VERIFIER, REDIRECT.replace("49152", "49153")),
                InvalidGrantException.class,
                "invalid_grant",
                400);

        String another = parameter(browser.allow(authorize(client, Map.of())), "code");
        refused(() -> redeem(other, another, VERIFIER, REDIRECT), InvalidGrantException.class, "invalid_grant", 400);
    }

    @Test
    void denyingInTheBrowserSendsTheReasonBack() throws Exception {
        URI sentTo = browser.deny(authorize(registerForBrowsers(), Map.of()));

        assertThat(parameter(sentTo, "error")).isEqualTo("access_denied");
        assertThat(sentTo.getQuery()).contains("state=").doesNotContain("code=");
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        RegisterClientResponse client = registerForDevices();
        CreateTokenResponse first = signIn(client);

        CreateTokenResponse second = refresh(client, first.refreshToken());

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        refused(() -> refresh(client, first.refreshToken()), InvalidGrantException.class, "invalid_grant", 400);
        assertThat(refresh(client, second.refreshToken()).accessToken()).isNotBlank();
    }

    @Test
    void aSessionEndsAfterEightHoursHoweverOftenItIsRefreshed() {
        RegisterClientResponse client = registerForDevices();
        CreateTokenResponse tokens = signIn(client);
        clock.advance(Duration.ofHours(7));
        CreateTokenResponse later = refresh(client, tokens.refreshToken());
        clock.advance(Duration.ofHours(1));

        refused(() -> refresh(client, later.refreshToken()), InvalidGrantException.class, "invalid_grant", 400);
    }

    @Test
    void aClientWithoutScopesGetsALongTokenAndNothingToRefreshIt() {
        RegisterClientResponse client =
                oidc.registerClient(request -> request.clientName("legacy").clientType("public"));

        CreateTokenResponse tokens = signIn(client);

        assertThat(tokens.refreshToken()).isNull();
        assertThat(tokens.expiresIn()).isEqualTo(8 * 3600);
    }

    @Test
    void aClientIsKnownByItsSecretUntilItsRegistrationExpires() {
        RegisterClientResponse client = registerForDevices();
        assertThat(client.clientSecretExpiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofDays(90)).getEpochSecond());
        refused(
                () -> start(client.toBuilder().clientSecret("wrong").build()),
                InvalidClientException.class,
                "invalid_client",
                401);

        clock.advance(Duration.ofDays(90));

        refused(() -> start(client), InvalidClientException.class, "invalid_client", 401);
    }

    @Test
    void whatIsMissingOrNotRegisteredIsRefusedByName() {
        RegisterClientResponse client = registerForDevices();
        refused(
                () -> oidc.createToken(request -> request.clientId(client.clientId())
                        .clientSecret(client.clientSecret())
                        .grantType(DEVICE)),
                InvalidRequestException.class,
                "invalid_request",
                400);
        refused(
                () -> redeem(client, "code", VERIFIER, REDIRECT),
                UnauthorizedClientException.class,
                "unauthorized_client",
                400);
        refused(
                () -> oidc.createToken(request -> request.clientId(client.clientId())
                        .clientSecret(client.clientSecret())
                        .grantType("password")),
                UnsupportedGrantTypeException.class,
                "unsupported_grant_type",
                400);
    }

    private RegisterClientResponse registerForDevices() {
        return oidc.registerClient(
                request -> request.clientName("Test").clientType("public").scopes("sso:account:access"));
    }

    private RegisterClientResponse registerForBrowsers() {
        return oidc.registerClient(request -> request.clientName("Test")
                .clientType("public")
                .grantTypes("authorization_code", "refresh_token")
                .redirectUris("http://127.0.0.1/oauth/callback")
                .issuerUrl("https://example.awsapps.com/start")
                .scopes("sso:account:access"));
    }

    private StartDeviceAuthorizationResponse start(RegisterClientResponse client) {
        return oidc.startDeviceAuthorization(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .startUrl("https://example.awsapps.com/start"));
    }

    private CreateTokenResponse redeem(RegisterClientResponse client, StartDeviceAuthorizationResponse started) {
        return oidc.createToken(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .grantType(DEVICE)
                .deviceCode(started.deviceCode()));
    }

    private CreateTokenResponse signIn(RegisterClientResponse client) {
        StartDeviceAuthorizationResponse started = start(client);
        browser.allowDevice(URI.create(started.verificationUriComplete()));
        return redeem(client, started);
    }

    private CreateTokenResponse redeem(
            RegisterClientResponse client, String code, String verifier, String redirectUri) {
        return oidc.createToken(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .grantType("authorization_code")
                .code(code)
                .codeVerifier(verifier)
                .redirectUri(redirectUri));
    }

    private CreateTokenResponse refresh(RegisterClientResponse client, String refreshToken) {
        return oidc.createToken(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .grantType("refresh_token")
                .refreshToken(refreshToken));
    }

    private URI authorize(RegisterClientResponse client, Map<String, String> changed) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> query = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", client.clientId(),
                "redirect_uri", REDIRECT,
                "state", "a state/1",
                "code_challenge_method", "S256",
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "scopes", "sso:account:access"));
        query.putAll(changed);
        return sandbox.endpoint()
                .resolve("/authorize?"
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")));
    }

    private static String parameter(URI uri, String name) {
        for (String pair : uri.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("No " + name + " in " + uri);
    }

    private static void refused(ThrowingCallable call, Class<? extends Throwable> type, String error, int status) {
        assertThatThrownBy(call).isExactlyInstanceOf(type).satisfies(thrown -> {
            assertThat(((AwsServiceException) thrown).statusCode()).isEqualTo(status);
            // The SDK's client on HttpURLConnection does not read the body of a POST's 401.
            assertThat(thrown).hasFieldOrPropertyWithValue("error", status == 401 ? null : error);
        });
    }
}
