package io.tapdeck.sandbox.identity;

import static io.tapdeck.sandbox.wire.OAuthErrors.describe;

import io.tapdeck.sandbox.faults.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;

/** Sign-ins where a person types the code of a device into a page (RFC 8628). Thread-safe. */
final class DeviceSignIns {
    /** How often a client may ask; AWS's interval. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** What a client that asks too often adds to the interval (RFC 8628, 3.5). */
    private static final Duration SLOWER = Duration.ofSeconds(5);
    /** A client that waits as long as it should may still seem this much early. */
    private static final Duration TOLERANCE = Duration.ofMillis(200);
    /** An expired code is told from an unknown one for this long. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final InstantSource real;
    private final Function<Lifetime, Duration> lifetimes;
    private final Map<String, Pending> byDeviceCode = new HashMap<>();

    DeviceSignIns(InstantSource real, Function<Lifetime, Duration> lifetimes) {
        this.real = real;
        this.lifetimes = lifetimes;
    }

    /** What a client was given. */
    record Started(String deviceCode, String userCode, Duration expiresIn) {}

    private static final class Pending {
        private final RegisteredClient client;
        private final String userCode;
        private final Instant expiresAt;
        private Instant asked = Instant.MIN;
        private Duration interval = INTERVAL;
        private @Nullable Boolean allowed;

        private Pending(RegisteredClient client, String userCode, Instant expiresAt) {
            this.client = client;
            this.userCode = userCode;
            this.expiresAt = expiresAt;
        }
    }

    synchronized Started start(RegisteredClient client) {
        Instant now = real.instant();
        byDeviceCode
                .values()
                .removeIf(pending -> pending.expiresAt.plus(REMEMBERED).isBefore(now));
        Duration lifetime = lifetimes.apply(Lifetime.DEVICE_CODE);
        Started started = new Started(Secrets.token(64), Secrets.userCode(), lifetime);
        byDeviceCode.put(started.deviceCode(), new Pending(client, started.userCode(), now.plus(lifetime)));
        return started;
    }

    /** The client that waits for the person with a user code; empty if nobody does. */
    synchronized Optional<RegisteredClient> waitingFor(String userCode) {
        return pending(userCode).map(pending -> pending.client);
    }

    /**
     * Answers for the person with a user code.
     *
     * @return whether a client still waited for it
     */
    synchronized boolean answer(String userCode, boolean allow) {
        Optional<Pending> pending = pending(userCode);
        pending.ifPresent(found -> found.allowed = allow);
        return pending.isPresent();
    }

    /** People type it in small letters, and without the hyphen. */
    private Optional<Pending> pending(String userCode) {
        Instant now = real.instant();
        String typed = letters(userCode);
        return byDeviceCode.values().stream()
                .filter(pending -> letters(pending.userCode).equals(typed)
                        && pending.allowed == null
                        && pending.expiresAt.isAfter(now))
                .findFirst();
    }

    private static String letters(String userCode) {
        return userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    /**
     * Uses up a device code whose person has allowed it.
     *
     * @throws RuntimeException one of SSO OIDC's, which says why not, or not yet
     */
    synchronized void redeem(RegisteredClient client, String deviceCode) {
        Pending pending = byDeviceCode.get(deviceCode);
        if (pending == null || !pending.client.equals(client)) {
            throw describe(InvalidGrantException.builder(), "The device code is unknown or used.");
        }
        Instant now = real.instant();
        if (!pending.expiresAt.isAfter(now)) {
            throw describe(ExpiredTokenException.builder(), "The device code has expired.");
        }
        Boolean allowed = pending.allowed;
        if (allowed == null) {
            boolean tooOften = pending.asked.isAfter(now.minus(pending.interval).plus(TOLERANCE));
            pending.asked = now;
            if (tooOften) {
                pending.interval = pending.interval.plus(SLOWER);
                throw describe(SlowDownException.builder(), "The client asks too often.");
            }
            throw describe(AuthorizationPendingException.builder(), "Nobody has allowed it yet.");
        }
        if (!allowed) {
            throw describe(AccessDeniedException.builder(), "It was denied in the browser.");
        }
        byDeviceCode.remove(deviceCode);
    }
}
