package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsException;
import io.tapdeck.sandbox.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in the cache's files: reading them neither fails nor changes them. */
class CacheFuzzTest {
    private static final SsoSession SESSION =
            new SsoSession("admin", "https://acme.awsapps.com/start", "eu-west-1", List.of());
    private static final int ROUNDS = 500;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final FakeOidc oidc = new FakeOidc();
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-22T12:00:00Z"));

    private TokenCache cache() {
        return new TokenCache(folder, duration -> {});
    }

    /** With some bytes exchanged, and often without its end. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 'a' + random.nextInt(26));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private Path file(String key) {
        return folder.resolve(key + ".json");
    }

    @Test
    void aDamagedTokenIsAnotherTokenOrNone() throws IOException {
        cache().save(
                        SESSION,
                        new CachedToken(
                                new AccessToken(FakeOidc.TOKEN, clock.instant().plus(Duration.ofHours(1))),
                                FakeOidc.REFRESH,
                                "client",
                                "PLANTED-secret",
                                clock.instant().plus(Duration.ofDays(30))));
        Path file = file(CacheKeys.token(SESSION));
        byte[] whole = Files.readAllBytes(file);
        int tokens = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole);
            Files.write(file, damaged);
            oidc.answers.clear();
            oidc.fails("InvalidGrantException");
            try {
                new TokenSource(SESSION, cache(), oidc, clock).token();
                tokens++;
            } catch (AwsException e) {
                assertThat(e.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN);
                assertThat(e).hasMessageNotContaining("PLANTED");
            }
            assertThat(file).hasBinaryContent(damaged);
        }
        assertThat(tokens).as("both happen").isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 50);
    }

    @Test
    void aDamagedRegistrationIsReplacedByANewOne() throws IOException {
        Path file = file(CacheKeys.registration(SESSION));
        new Registrations(SESSION, cache(), oidc, clock).anew(SignInMethod.BROWSER);
        byte[] whole = Files.readAllBytes(file);
        oidc.registered.clear();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole);
            Files.write(file, damaged);
            int before = oidc.registered.size();
            Registration used = new Registrations(SESSION, cache(), oidc, clock).current(SignInMethod.BROWSER);
            assertThat(used.clientId()).isNotBlank();
            if (oidc.registered.size() == before) {
                assertThat(file).hasBinaryContent(damaged);
            }
        }
        assertThat(oidc.registered.size()).as("both happen").isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 50);
    }

    /** It would become the header of a call: refused by Java with the whole value in the exception's text. */
    @Test
    void aTokenOfOtherCharactersThanTokensHaveIsNone() throws IOException {
        Files.writeString(file(CacheKeys.token(SESSION)), """
                {"accessToken": "PLANTED\\r\\nHost: elsewhere", "expiresAt": "2026-11-22T18:00:00Z"}""");

        assertThat(cache().token(SESSION)).isEmpty();
    }
}
