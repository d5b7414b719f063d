package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.aws.identitycenter.SignInException.Why;
import io.tapdeck.sandbox.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;

/** Signing in: in the browser, with a code, and from one to the other; time is moved by waiting. */
class SignInTest {
    private static final SsoSession SESSION =
            new SsoSession("admin", "https://acme.awsapps.com/start", "eu-west-1", List.of());

    @TempDir
    Path folder;

    private final FakeOidc oidc = new FakeOidc();
    private final VirtualClock clock = new VirtualClock();
    private final List<SignInEvent> events = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private SsoSession session = SESSION;
    private Browser browser = opened::add;

    private TokenCache cache() {
        return new TokenCache(folder, duration -> {});
    }

    private SignIn signIn() {
        return signIn(duration -> {
            pauses.add(duration);
            clock.advance(duration);
        });
    }

    private SignIn signIn(Pause pause) {
        return signIn(cache(), pause);
    }

    private SignIn signIn(TokenCache cache, Pause pause) {
        return new OidcSignIn(
                session,
                cache,
                new IdentityCenterClients(oidc, new FakePortal(), URI.create("https://oidc.eu-west-1.amazonaws.com/")),
                browser,
                clock,
                pause);
    }

    private Instant run(SignInMethod method) {
        return signIn().run(method, events::add);
    }

    private void assertFails(SignInMethod method, Why why) {
        assertFails(method, why, "");
    }

    private void assertFails(SignInMethod method, Why why, String words) {
        assertThatThrownBy(() -> run(method))
                .asInstanceOf(type(SignInException.class))
                .satisfies(e -> {
                    assertThat(e.why()).isEqualTo(why);
                    assertThat(e.remedy()).isNotBlank();
                    assertThat(e).hasMessageNotContaining("PLANTED").hasMessageContaining(words);
                });
        assertThat(cache().token(SESSION)).isEmpty();
    }

    private void assertNoSecretIsShown() {
        assertThat(events.toString()).doesNotContain("PLANTED");
        assertThat(opened.toString()).doesNotContain("PLANTED");
    }

    private <T extends SignInEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static Stream<Named<JsonNode>> vectors() throws IOException {
        return Vectors.of("device-code.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aCodeIsAskedForAtThePaceThatIsWanted(JsonNode vector) {
        oidc.device = oidc.device.toBuilder()
                .interval(
                        vector.path("interval").isNull()
                                ? null
                                : vector.path("interval").asInt())
                .expiresIn(vector.path("expiresIn").asInt())
                .build();
        for (JsonNode answer : vector.path("answers")) {
            if (answer.asText().equals("token")) {
                oidc.gives(FakeOidc.TOKEN, 28_800);
            } else {
                oidc.fails(answer.asText());
            }
        }
        String outcome = vector.path("expectedOutcome").asText();

        if (outcome.equals("SIGNED_IN")) {
            assertThat(run(SignInMethod.DEVICE_CODE)).isEqualTo(clock.instant().plusSeconds(28_800));
            assertThat(cache().token(SESSION).orElseThrow().access().value()).isEqualTo(FakeOidc.TOKEN);
        } else {
            assertFails(SignInMethod.DEVICE_CODE, Why.valueOf(outcome));
        }
        List<Duration> expected = new ArrayList<>();
        vector.path("expectedPauses").forEach(seconds -> expected.add(Duration.ofSeconds(seconds.asInt())));
        assertThat(pauses).isEqualTo(expected);
        assertThat(oidc.registered).hasSize(vector.path("expectedRegistrations").asInt());
        assertThat(oidc.answers).as("every answer was asked for").isEmpty();
        assertThat(opened).as("one tab a sign-in").hasSize(1);
        assertThat(events(SignInEvent.Waiting.class)).hasSameSizeAs(expected);
        assertNoSecretIsShown();
    }

    @Test
    void aDeviceSignInTellsWhatAPersonNeeds() {
        oidc.fails("SlowDownException", "network");
        oidc.gives(FakeOidc.TOKEN, 3_600);
        Instant start = clock.instant();
        Instant endsAt = start.plusSeconds(600);
        URI complete = URI.create("https://device.example.com/?user_code=WDJB-MJHT");

        Instant until = run(SignInMethod.DEVICE_CODE);

        assertThat(events)
                .containsExactly(
                        new SignInEvent.Registered(Instant.ofEpochSecond(1_803_200_000L)),
                        new SignInEvent.CodeToShow(
                                "WDJB-MJHT", URI.create("https://device.example.com/"), complete, endsAt),
                        new SignInEvent.PageToOpen(complete, true),
                        new SignInEvent.Waiting(start.plusSeconds(5), endsAt),
                        new SignInEvent.SlowedDown(Duration.ofSeconds(10)),
                        new SignInEvent.Waiting(start.plusSeconds(15), endsAt),
                        new SignInEvent.NotHeard("No answer from IAM Identity Center in eu-west-1."),
                        new SignInEvent.Waiting(start.plusSeconds(25), endsAt),
                        new SignInEvent.SignedIn(until));
        assertThat(oidc.registered.getFirst().hasGrantTypes()).isFalse();
        CreateTokenRequest asked = oidc.asked.getLast();
        assertThat(asked.grantType()).isEqualTo("urn:ietf:params:oauth:grant-type:device_code");
        assertThat(asked.deviceCode()).isEqualTo("PLANTED-device");
    }

    @Test
    void aDeviceCodeNeedsNoBrowserHere() {
        browser = page -> {
            throw new IOException("no display");
        };
        oidc.gives(FakeOidc.TOKEN, 3_600);

        run(SignInMethod.DEVICE_CODE);

        assertThat(events(SignInEvent.PageToOpen.class).getFirst().opened()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "javascript:alert(1)", "calc.exe", "not a page", "--help", "https:calc"})
    void whatIsNoWebPageIsNeverOpened(String page) {
        oidc.device = oidc.device.toBuilder().verificationUriComplete(page).build();

        assertFails(SignInMethod.DEVICE_CODE, Why.FAILED);
        assertThat(opened).isEmpty();
    }

    @Test
    void aRegistrationIsUsedAgainUntilItEnds() {
        oidc.gives(FakeOidc.TOKEN, 3_600);
        oidc.gives(FakeOidc.TOKEN, 3_600);
        oidc.gives(FakeOidc.TOKEN, 3_600);

        run(SignInMethod.DEVICE_CODE);
        run(SignInMethod.DEVICE_CODE);
        assertThat(oidc.registered).hasSize(1);

        clock.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(1_803_200_000L)));
        run(SignInMethod.DEVICE_CODE);
        assertThat(oidc.registered).hasSize(2);
    }

    private static Map<String, String> query(URI page) {
        return Arrays.stream(page.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(String uri) {
        // The client closes with the call: no thread of it is left.
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A person who allows it at once. */
    private Browser allowing(String parameters) {
        return page -> {
            opened.add(page);
            Map<String, String> query = query(page);
            HttpResponse<String> said =
                    get(query.get("redirect_uri") + "?" + parameters + "&state=" + query.get("state"));
            assertThat(said.statusCode()).isEqualTo(200);
            assertThat(said.body())
                    .contains("<h1 id=\"title\">You can close this tab</h1>")
                    .doesNotContain("<script");
        };
    }

    @Test
    void theBrowserBringsACodeThatOnlyWeCanUse() {
        browser = allowing("code=PLANTED-code");
        oidc.gives(FakeOidc.TOKEN, 3_600);

        run(SignInMethod.BROWSER);

        Map<String, String> asked = query(opened.getFirst());
        assertThat(opened.getFirst().toString()).startsWith("https://oidc.eu-west-1.amazonaws.com/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "client-1")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scopes", "sso:account:access")
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "code_challenge_method",
                        "code_challenge",
                        "scopes");
        assertThat(asked.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/oauth/callback");
        assertThat(oidc.registered.getFirst().redirectUris()).containsExactly("http://127.0.0.1/oauth/callback");
        assertThat(oidc.registered.getFirst().grantTypes()).containsExactly("authorization_code", "refresh_token");
        assertThat(oidc.registered.getFirst().issuerUrl()).isEqualTo(SESSION.startUrl());
        assertThat(oidc.registered.getFirst().clientType()).isEqualTo("public");
        CreateTokenRequest made = oidc.asked.getFirst();
        assertThat(made.grantType()).isEqualTo("authorization_code");
        assertThat(made.code()).isEqualTo("PLANTED-code");
        assertThat(made.redirectUri()).isEqualTo(asked.get("redirect_uri"));
        assertThat(new Challenge(made.codeVerifier(), "").s256()).isEqualTo(asked.get("code_challenge"));
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Registered", "PageToOpen", "Waiting", "SignedIn");
        assertThat(opened).hasSize(1);
        assertNoSecretIsShown();
        assertThat(cache().token(SESSION).orElseThrow().refreshToken()).isEqualTo(FakeOidc.REFRESH);
    }

    @Test
    void theChallengeIsThatOfTheStandard() {
        assertThat(new Challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "").s256())
                .as("RFC 7636, appendix B")
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void aRefusalInTheBrowserIsSaid() {
        browser = allowing("error=access_denied");

        assertFails(SignInMethod.BROWSER, Why.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized_client", "unsupported_response_type", "invalid_request"})
    void aPageThatDoesNotTakeThisWayOfSigningInLeadsToACode(String error) {
        browser = allowing("error=" + error);

        assertFallsBack("This IAM Identity Center does not sign in through this computer's browser.");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_scope, WRONG_SESSION, does not take https://acme.awsapps.com/start: invalid_scope.",
        "server_error, FAILED, ends the sign-in with server_error.",
        "temporarily_unavailable, FAILED, ends the sign-in with temporarily_unavailable.",
        "PLANTED-words, FAILED, ends the sign-in with an error.",
        "%0Aforged, FAILED, ends the sign-in with an error.",
    })
    void anErrorOfThePageIsNotTakenForARefusal(String error, Why why, String words) {
        browser = allowing("error=" + error);

        assertFails(SignInMethod.BROWSER, why, words);
    }

    @Test
    void aBrowserThatBringsNothingIsWaitedForTenMinutes() {
        Instant start = clock.instant();

        assertFails(SignInMethod.BROWSER, Why.EXPIRED);

        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMinutes(10));
        assertThat(events(SignInEvent.Waiting.class))
                .containsExactly(new SignInEvent.Waiting(null, start.plus(Duration.ofMinutes(10))));
        assertThatThrownBy(() -> get(query(opened.getFirst()).getOrDefault("redirect_uri", "")))
                .as("the server is gone")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aRegistrationForgottenByIdentityCenterIsReplacedForTheNextTime() {
        browser = allowing("code=PLANTED-code");
        oidc.fails("InvalidClientException");

        assertFails(SignInMethod.BROWSER, Why.FAILED);

        oidc.gives(FakeOidc.TOKEN, 3_600);
        run(SignInMethod.BROWSER);
        assertThat(oidc.asked.getLast().clientId()).isEqualTo("client-2");
    }

    @Test
    void aRegistrationThatBroughtNobodyBackIsNotUsedAgain() {
        assertFails(SignInMethod.BROWSER, Why.EXPIRED);

        browser = allowing("code=PLANTED-code");
        oidc.gives(FakeOidc.TOKEN, 3_600);
        run(SignInMethod.BROWSER);

        assertThat(query(opened.getFirst())).containsEntry("client_id", "client-1");
        assertThat(query(opened.getLast())).containsEntry("client_id", "client-2");
    }

    @Test
    void withoutABrowserACodeIsShown() {
        browser = page -> {
            throw new IOException("no display");
        };
        assertFallsBack("No browser opens on this computer.");
    }

    @Test
    void anIdentityCenterThatKnowsNoCodeGrantGetsACode() {
        oidc.onRegister = () -> {
            if (oidc.registered.getLast().hasGrantTypes()) {
                throw FakeOidc.error("UnsupportedGrantTypeException");
            }
        };
        assertFallsBack("This IAM Identity Center does not sign in through this computer's browser.");
    }

    @Test
    void otherPartitionsGetACode() {
        session = new SsoSession("admin", "https://acme.awsapps.cn/start", "cn-north-1", List.of());
        assertFallsBack("The partition aws-cn signs in with a code.");
    }

    @Test
    void aLegacyProfileGetsACode() {
        session = new SsoSession(null, "https://acme.awsapps.com/start", "eu-west-1", List.of());
        assertFallsBack("A profile without an sso-session signs in with a code.");
        assertThat(folder.resolve(CacheKeys.sha1("https://acme.awsapps.com/start") + ".json"))
                .exists();
    }

    private void assertFallsBack(String reason) {
        oidc.gives(FakeOidc.TOKEN, 3_600);

        run(SignInMethod.BROWSER);

        assertThat(events).contains(new SignInEvent.FellBack(reason));
        assertThat(events(SignInEvent.CodeToShow.class)).hasSize(1);
        assertThat(oidc.asked.getLast().deviceCode()).isEqualTo("PLANTED-device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BROWSER", "DEVICE_CODE"})
    void itCanBeStoppedWhileItWaits(SignInMethod method) throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        SignIn signIn = signIn(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                signIn.run(method, events::add);
            } catch (SignInException e) {
                thrown.set(e);
            }
        });

        waiting.await();
        thread.interrupt();
        thread.join();

        assertThat(thrown.get())
                .asInstanceOf(type(SignInException.class))
                .extracting(SignInException::why)
                .isEqualTo(Why.CANCELLED);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("HTTP-Dispatcher") || name.startsWith("sign-in"));
        assertThat(cache().token(SESSION)).isEmpty();
    }

    @Test
    void aCacheThatCannotBeWrittenFailsBeforeAnybodyIsAsked() throws IOException {
        Path file = folder.resolve("in-the-way");
        Files.writeString(file, "kept");
        SignIn signIn = signIn(new TokenCache(file, duration -> {}), clock::advance);

        assertThatThrownBy(() -> signIn.run(SignInMethod.DEVICE_CODE, events::add))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("cannot be written");
        assertThat(opened).isEmpty();
    }
}
