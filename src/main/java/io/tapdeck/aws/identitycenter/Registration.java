package io.tapdeck.aws.identitycenter;

import java.time.Instant;

/**
 * How Identity Center knows this client (OIDC API reference, RegisterClient). Its text shows no secret.
 *
 * @param expiresAt when it has to register anew
 */
record Registration(String clientId, String clientSecret, Instant expiresAt) {
    @Override
    public String toString() {
        return "Registration[until " + expiresAt + "]";
    }
}
