package io.tapdeck.aws.identitycenter;

import java.time.Instant;

/**
 * A token that opens the access portal. Its text does not show it.
 *
 * @param value the secret itself; for the portal's calls only
 * @param expiresAt when the portal stops taking it
 */
public record AccessToken(String value, Instant expiresAt) {
    @Override
    public String toString() {
        return "AccessToken[until " + expiresAt + "]";
    }
}
