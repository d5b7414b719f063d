package io.tapdeck.sandbox.identity;

import static io.tapdeck.sandbox.wire.OAuthErrors.describe;

import io.tapdeck.sandbox.faults.Lifetime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;

/**
 * Sign-ins where a browser brings the client a code, good only with the verifier that the client kept (RFC 7636).
 * Thread-safe.
 */
final class BrowserSignIns {
    private final InstantSource real;
    private final Function<Lifetime, Duration> lifetimes;
    private final Map<String, Granted> byCode = new HashMap<>();

    BrowserSignIns(InstantSource real, Function<Lifetime, Duration> lifetimes) {
        this.real = real;
        this.lifetimes = lifetimes;
    }

    /**
     * What a client asks for.
     *
     * @param challenge SHA-256 of its verifier, in base64url without padding
     */
    record Asked(RegisteredClient client, URI redirectUri, String challenge) {}

    private record Granted(Asked asked, Instant expiresAt) {}

    /** The code for what a person has allowed. */
    synchronized String grant(Asked asked) {
        Instant now = real.instant();
        byCode.values().removeIf(granted -> !granted.expiresAt().isAfter(now));
        String code = Secrets.token(48);
        byCode.put(code, new Granted(asked, now.plus(lifetimes.apply(Lifetime.AUTHORIZATION_CODE))));
        return code;
    }

    /**
     * Uses up a code. It is gone after a wrong try, too: whoever made it may have stolen it.
     *
     * @throws InvalidGrantException if the code is not this client's, or it lacks what belongs to it
     */
    synchronized void redeem(RegisteredClient client, String code, String redirectUri, String verifier) {
        Granted granted = byCode.remove(code);
        boolean good = granted != null
                && granted.expiresAt().isAfter(real.instant())
                && granted.asked().client().equals(client)
                && granted.asked().redirectUri().toString().equals(redirectUri)
                && ClientRegistrations.sameText(granted.asked().challenge(), challenge(verifier));
        if (!good) {
            throw describe(InvalidGrantException.builder(), "The code is not good, or not with this verifier and URI.");
        }
    }

    /** The challenge of a verifier by the method S256. */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every Java has SHA-256.", e);
        }
    }
}
