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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** The sign-in pages let nobody but their reader answer, and send nobody where the client has not registered. */
class SignInPagesTest {
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final VirtualClock clock = new VirtualClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(1), clock);
    private final SsoOidcClient oidc = Clients.client(SsoOidcClient::builder, sandbox.endpoint());
    private final SandboxBrowser browser = new SandboxBrowser();
    private final RegisterClientResponse client = oidc.registerClient(request -> request.clientName("<b>Evil & Co</b>")
            .clientType("public")
            .grantTypes("authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code")
            .redirectUris("http://127.0.0.1/oauth/callback")
            .scopes("sso:account:access"));

    @AfterEach
    void stop() {
        oidc.close();
        sandbox.close();
    }

    @Test
    void aPageSaysThatItIsTheSandboxAndLoadsNothingFromElsewhere() {
        HttpResponse<String> page = browser.open(authorize(Map.of()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Tapdeck sandbox · not AWS", "&lt;b&gt;Evil &amp; Co&lt;/b&gt;")
                .doesNotContain("<b>", "<script", "src=", "https://");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' http://127.0.0.1:49152;")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, unknown",
        "response_type, token",
        "code_challenge_method, plain",
        "code_challenge, short",
        "scopes, codewhisperer:completions",
        "redirect_uri, http://127.0.0.1:49152/elsewhere",
        "redirect_uri, http://127.0.0.1:49152/oauth/callback?more",
        "redirect_uri, http://127.0.0.1:49152/oauth/callback#part",
        "redirect_uri, http://user@127.0.0.1:49152/oauth/callback",
        "redirect_uri, http://localhost:49152/oauth/callback",
        "redirect_uri, http://127.0.0.1.evil.example:49152/oauth/callback",
        "redirect_uri, https://127.0.0.1:49152/oauth/callback",
        "redirect_uri, https://evil.example/oauth/callback"
    })
    void aWrongQuestionIsAnsweredOnThePage(String parameter, String value) {
        HttpResponse<String> page = browser.open(authorize(Map.of(parameter, value)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("Sign-in is not possible").doesNotContain("<form", "evil.example");
    }

    @Test
    void aFormIsGoodOnce() {
        URI page = authorize(Map.of());
        String form = SandboxBrowser.formOf(browser.open(page));
        assertThat(browser.press(page, form, "deny").statusCode()).isEqualTo(303);

        HttpResponse<String> again = browser.press(page, form, "allow");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aFormThatThePageDidNotMakeIsRefused() {
        assertThat(browser.press(authorize(Map.of()), "guessed", "allow").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void aFormFromAnotherSiteIsRefusedAndStaysOpen(String header) {
        StartDeviceAuthorizationResponse started = start();
        URI page = URI.create(started.verificationUriComplete());
        String form = SandboxBrowser.formOf(browser.open(page));
        HttpRequest.Builder sent = SandboxBrowser.post(page, form, "allow");
        sent.header(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));

        assertThat(browser.send(sent.build()).statusCode()).isEqualTo(403);

        assertThatThrownBy(() -> redeem(started)).isExactlyInstanceOf(AuthorizationPendingException.class);
        assertThat(browser.press(page, form, "allow").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeThatExpiresWhileThePageIsOpenIsToldSo() {
        URI page = URI.create(start().verificationUriComplete());
        String form = SandboxBrowser.formOf(browser.open(page));
        clock.advance(Duration.ofMinutes(10));

        HttpResponse<String> late = browser.press(page, form, "allow");

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("This code has expired.");
    }

    @Test
    void pagesAreLookedAtAndAnsweredOnly() {
        HttpRequest request = HttpRequest.newBuilder(sandbox.endpoint().resolve("/device"))
                .DELETE()
                .build();

        assertThat(browser.send(request).statusCode()).isEqualTo(405);
    }

    private StartDeviceAuthorizationResponse start() {
        return oidc.startDeviceAuthorization(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .startUrl("https://harbour.awsapps.com/start"));
    }

    private void redeem(StartDeviceAuthorizationResponse started) {
        oidc.createToken(request -> request.clientId(client.clientId())
                .clientSecret(client.clientSecret())
                .grantType("urn:ietf:params:oauth:grant-type:device_code")
                .deviceCode(started.deviceCode()));
    }

    private URI authorize(Map<String, String> changed) {
        Map<String, String> query = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", client.clientId(),
                "redirect_uri", "http://127.0.0.1:49152/oauth/callback",
                "state", "s",
                "code_challenge_method", "S256",
                "code_challenge", CHALLENGE,
                "scopes", "sso:account:access"));
        query.putAll(changed);
        return sandbox.endpoint()
                .resolve("/authorize?"
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
