package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.aws.AwsException;
import io.tapdeck.sandbox.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/** Refreshing by botocore's rules, beside other threads and other programs. */
class TokenSourceTest {
    private static final SsoSession SESSION =
            new SsoSession("admin", "https://acme.awsapps.com/start", "eu-west-1", List.of());
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final FakeOidc oidc = new FakeOidc();
    private final VirtualClock clock = new VirtualClock(NOW);
    private TokenCache cache;

    @BeforeEach
    void open() {
        cache = new TokenCache(folder.resolve("cache"), duration -> {});
    }

    private TokenSource source(VirtualClock at) {
        return new TokenSource(SESSION, cache, oidc, at);
    }

    /** A token that can be refreshed, good for so many minutes more. */
    private void signedIn(String token, int minutes) {
        cache.save(
                SESSION,
                new CachedToken(
                        new AccessToken(token, clock.instant().plus(Duration.ofMinutes(minutes))),
                        FakeOidc.REFRESH,
                        "client",
                        "PLANTED-secret",
                        NOW.plus(Duration.ofDays(30))));
    }

    private static void assertNeedsSignIn(TokenSource source) {
        assertThatThrownBy(source::token).asInstanceOf(type(AwsException.class)).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN);
            assertThat(e).hasMessageContaining("admin").hasMessageNotContaining("PLANTED");
            assertThat(e.remedy()).contains("tapdeck login --sso-session admin");
        });
    }

    /** A cache whose disk is full from some time on. */
    private static final class FullDisk extends TokenCache {
        private boolean full;

        private FullDisk(Path folder) {
            super(folder, duration -> {});
        }

        @Override
        void save(SsoSession session, CachedToken token) {
            if (full) {
                throw new AwsException("The disk is full.", "Free some space.", AwsException.Kind.OTHER);
            }
            super.save(session, token);
        }
    }

    @Test
    void aTokenThatCannotBeSavedServesThisProgramUntilSomebodySignsInAnew() {
        FullDisk disk = new FullDisk(folder.resolve("cache"));
        cache = disk;
        signedIn("first", 10);
        disk.full = true;
        oidc.gives("second", 3600);
        oidc.gives("third", 3600);
        TokenSource source = source(clock);
        assertThat(source.token().value()).isEqualTo("second");
        clock.advance(Duration.ofMinutes(30));
        assertThat(source.token().value())
                .as("the one in the file has expired, and its refresh token may be used up")
                .isEqualTo("second");
        assertThat(oidc.asked).hasSize(1);
        clock.advance(Duration.ofMinutes(20));
        assertThat(source.token().value()).isEqualTo("third");

        disk.full = false;
        signedIn("of the AWS CLI", 60);
        assertThat(source.token().value()).isEqualTo("of the AWS CLI");
    }

    static Stream<Named<JsonNode>> vectors() throws IOException {
        return Vectors.of("token-refresh.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isRefreshedAsBotocoreDoes(JsonNode vector) {
        String key = CacheKeys.token(SESSION);
        if (vector.path("cachedToken") instanceof ObjectNode cached) {
            cache.write(key, cached);
        }
        JsonNode response = vector.path("refreshResponse");
        if (response.has("error")) {
            oidc.fails(response.path("error").asText());
        } else if (response.isObject()) {
            oidc.answers.add(() -> CreateTokenResponse.builder()
                    .accessToken(response.path("accessToken").asText())
                    .expiresIn(response.path("expiresIn").asInt())
                    .refreshToken(response.path("refreshToken").asText(null))
                    .build());
        }
        TokenSource source =
                source(new VirtualClock(Instant.parse(vector.path("currentTime").asText())));

        if (vector.path("expectedProblem").isTextual()) {
            assertThatThrownBy(source::token)
                    .asInstanceOf(type(AwsException.class))
                    .satisfies(e -> {
                        assertThat(e.kind().name())
                                .isEqualTo(vector.path("expectedProblem").asText());
                        assertThat(e).hasMessageNotContaining("PLANTED");
                    });
        } else {
            assertThat(source.token().value())
                    .isEqualTo(vector.path("expectedToken").asText());
        }
        assertThat(oidc.asked).hasSize(response.isNull() ? 0 : 1);
        oidc.asked.forEach(asked -> {
            assertThat(asked.grantType()).isEqualTo("refresh_token");
            assertThat(asked.refreshToken()).isEqualTo("PLANTED-refresh");
            assertThat(asked.clientId()).isEqualTo("client");
            assertThat(asked.clientSecret()).isEqualTo("PLANTED-secret");
        });
        JsonNode left = cache.read(key).map(JsonNode.class::cast).orElse(vector.path("cachedToken"));
        assertThat(left)
                .isEqualTo(
                        vector.path("expectedTokenWriteback").isNull()
                                ? vector.path("cachedToken")
                                : vector.path("expectedTokenWriteback"));
    }

    @Test
    void aMinuteLiesBetweenTwoTries() {
        signedIn("PLANTED-old", 12);
        TokenSource source = source(clock);
        oidc.fails("network", "network");

        source.token();
        clock.advance(Duration.ofSeconds(59));
        source.token();
        assertThat(oidc.asked).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(source.token().value()).isEqualTo("PLANTED-old");
        assertThat(oidc.asked).hasSize(2);
    }

    @Test
    void aRefreshTokenThatWasRefusedIsNotSentAgain() {
        signedIn("PLANTED-old", 12);
        TokenSource source = source(clock);
        oidc.fails("InvalidGrantException");

        assertThat(source.token().value()).isEqualTo("PLANTED-old");
        clock.advance(Duration.ofMinutes(11));
        assertThat(source.token().value()).isEqualTo("PLANTED-old");
        clock.advance(Duration.ofHours(1));
        assertNeedsSignIn(source);
        assertThat(oidc.asked).hasSize(1);
    }

    private static CreateTokenResponse newToken() {
        return CreateTokenResponse.builder()
                .accessToken("PLANTED-new")
                .expiresIn(3600)
                .build();
    }

    /** An answer that comes when the test lets it go. */
    private static final class HeldAnswer implements Supplier<CreateTokenResponse> {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);

        void asked() throws InterruptedException {
            asked.await();
        }

        void letGo() {
            answer.countDown();
        }

        @Override
        public CreateTokenResponse get() {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return newToken();
        }
    }

    @Test
    void manyThreadsMakeOneCall() throws ExecutionException, InterruptedException {
        signedIn("PLANTED-old", 1);
        TokenSource source = source(clock);
        HeldAnswer held = new HeldAnswer();
        oidc.answers.add(held);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AccessToken>> tokens = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                tokens.add(threads.submit(source::token));
            }
            held.asked();
            held.letGo();
            for (Future<AccessToken> token : tokens) {
                assertThat(token.get().value()).isEqualTo("PLANTED-new");
            }
        }
        assertThat(oidc.asked).hasSize(1);
    }

    @Test
    void nobodyWaitsForARefreshThatIsNotPressing() throws ExecutionException, InterruptedException {
        signedIn("PLANTED-old", 12);
        TokenSource source = source(clock);
        HeldAnswer held = new HeldAnswer();
        oidc.answers.add(held);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AccessToken> first = threads.submit(source::token);
            held.asked();
            assertThat(source.token().value()).isEqualTo("PLANTED-old");
            held.letGo();
            assertThat(first.get().value()).isEqualTo("PLANTED-new");
        }
    }

    @Test
    void aRefreshForOneProfileIsTheOneForAllThatShareTheSession() throws ExecutionException, InterruptedException {
        signedIn("PLANTED-old", 12);
        HeldAnswer held = new HeldAnswer();
        oidc.answers.add(held);
        FakeOidc ofAnotherProfile = new FakeOidc();
        ofAnotherProfile.gives("PLANTED-second", 3600);
        TokenSource another = new TokenSource(SESSION, cache, ofAnotherProfile, clock);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AccessToken> first = threads.submit(source(clock)::token);
            held.asked();
            String meanwhile = another.token().value();
            held.letGo();
            assertThat(meanwhile).isEqualTo("PLANTED-old");
            assertThat(first.get().value()).isEqualTo("PLANTED-new");
        }
        assertThat(another.token().value()).isEqualTo("PLANTED-new");
        assertThat(ofAnotherProfile.asked).isEmpty();
    }

    @Test
    void aSignInOfTheAwsCliIsPickedUpWhileWeRun() {
        TokenSource source = source(clock);
        assertNeedsSignIn(source);

        signedIn("PLANTED-of-the-cli", 480);
        assertThat(source.token().value()).isEqualTo("PLANTED-of-the-cli");

        cache.delete(SESSION);
        assertNeedsSignIn(source);
    }

    @Test
    void aRefreshOfAnotherProgramDuringOursIsTheOneThatStays() {
        signedIn("PLANTED-old", 1);
        oidc.answers.add(() -> {
            signedIn("PLANTED-of-the-cli", 500);
            return newToken();
        });

        assertThat(source(clock).token().value()).isEqualTo("PLANTED-of-the-cli");
        assertThat(cache.token(SESSION).orElseThrow().access().value()).isEqualTo("PLANTED-of-the-cli");
    }

    @Test
    void aRefreshThatAnotherProgramWonIsNoFailure() {
        signedIn("PLANTED-old", -1);
        oidc.answers.add(() -> {
            signedIn("PLANTED-of-the-cli", 500);
            throw FakeOidc.error("InvalidGrantException");
        });

        assertThat(source(clock).token().value()).isEqualTo("PLANTED-of-the-cli");
    }

    @Test
    void aSignOutDuringARefreshIsNotUndone() {
        signedIn("PLANTED-old", 1);
        oidc.answers.add(() -> {
            cache.delete(SESSION);
            return newToken();
        });

        assertNeedsSignIn(source(clock));
        assertThat(cache.token(SESSION)).isEmpty();
    }
}
