package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.Caller;
import io.tapdeck.sandbox.wire.CredentialsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The temporary credentials that were given out. They live in memory only. After a restart their keys are unknown, and
 * refused: they look like nobody else's, so that they never turn into the administrator of another account. Thread-safe.
 */
final class IssuedCredentials {
    /** Temporary keys begin with ASIA (IAM user guide, "Unique identifiers"). */
    private static final String OURS = "ASIASANDBOX";

    private static final int KEY_LENGTH = 20;
    /** An expired key is told from an unknown one for this long. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final InstantSource real;
    private final Map<String, Issued> byKey = new HashMap<>();

    IssuedCredentials(InstantSource real) {
        this.real = real;
    }

    /** Credentials as they are given out. */
    record Issued(String accessKeyId, String secretAccessKey, String sessionToken, Instant expiresAt, Caller caller) {
        /** Without its secrets. */
        @Override
        public String toString() {
            return accessKeyId + " of " + caller.arn();
        }
    }

    synchronized Issued issue(Caller caller, Duration lifetime) {
        Instant now = real.instant();
        byKey.values().removeIf(issued -> issued.expiresAt().plus(REMEMBERED).isBefore(now));
        Issued issued = new Issued(
                OURS + Secrets.keyLetters(KEY_LENGTH - OURS.length()),
                Secrets.token(30),
                Secrets.token(240),
                now.plus(lifetime),
                caller);
        byKey.put(issued.accessKeyId(), issued);
        return issued;
    }

    /**
     * Who signs with a key that was given out here.
     *
     * @throws CredentialsException if it was not, not with this token, or is expired
     */
    synchronized Caller caller(String accessKeyId, @Nullable String sessionToken) throws CredentialsException {
        Issued issued = byKey.get(accessKeyId);
        if (issued == null
                || !ClientRegistrations.sameText(issued.sessionToken(), Objects.toString(sessionToken, ""))) {
            throw CredentialsException.unknown();
        }
        if (!issued.expiresAt().isAfter(real.instant())) {
            throw CredentialsException.expired();
        }
        return issued.caller();
    }

    /** Whether a key is one of those that are given out here, be it before a restart. */
    static boolean isOurs(String accessKeyId) {
        return accessKeyId.startsWith(OURS);
    }
}
