package io.tapdeck.sandbox.identity;

import static io.tapdeck.sandbox.wire.OAuthErrors.describe;

import io.tapdeck.sandbox.faults.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;

/**
 * Who is signed in to the portal. Tokens live in memory only: a sandbox that is started again knows nobody, and
 * everyone signs in again. A refresh token is good once, the hardest rule that OAuth has for clients (RFC 6749, 6).
 * Thread-safe.
 */
final class PortalSessions {
    private final InstantSource real;
    private final Function<Lifetime, Duration> lifetimes;
    private final Map<String, Token> accessTokens = new HashMap<>();
    private final Map<String, Session> refreshTokens = new HashMap<>();

    PortalSessions(InstantSource real, Function<Lifetime, Duration> lifetimes) {
        this.real = real;
        this.lifetimes = lifetimes;
    }

    /**
     * What a client is given.
     *
     * @param refreshToken empty for a client that cannot refresh
     */
    record Tokens(String accessToken, Duration expiresIn, Optional<String> refreshToken) {}

    private record Session(String id, RegisteredClient client, Instant endsAt) {}

    private record Token(Session session, Instant expiresAt) {}

    /** A person has signed in by way of a client. */
    synchronized Tokens open(RegisteredClient client) {
        Instant now = real.instant();
        accessTokens.values().removeIf(token -> !token.expiresAt().isAfter(now));
        refreshTokens.values().removeIf(session -> !session.endsAt().isAfter(now));
        return tokens(new Session(Secrets.token(16), client, now.plus(lifetimes.apply(Lifetime.REFRESH_TOKEN))));
    }

    /**
     * New tokens for a refresh token, which is used up.
     *
     * @throws InvalidGrantException if it is unknown, used, revoked or another client's
     */
    synchronized Tokens refresh(RegisteredClient client, String refreshToken) {
        Session session = refreshTokens.remove(refreshToken);
        if (session == null
                || !session.endsAt().isAfter(real.instant())
                || !session.client().equals(client)) {
            throw describe(InvalidGrantException.builder(), "The refresh token is not good any more.");
        }
        return tokens(session);
    }

    private Tokens tokens(Session session) {
        boolean refreshed = session.client().canRefresh();
        Duration lifetime = lifetimes.apply(refreshed ? Lifetime.TOKEN : Lifetime.LEGACY_TOKEN);
        String accessToken = Secrets.token(96);
        accessTokens.put(accessToken, new Token(session, real.instant().plus(lifetime)));
        if (!refreshed) {
            return new Tokens(accessToken, lifetime, Optional.empty());
        }
        String refreshToken = Secrets.token(96);
        refreshTokens.put(refreshToken, session);
        return new Tokens(accessToken, lifetime, Optional.of(refreshToken));
    }

    /** Whether an access token is good now. */
    synchronized boolean knows(String accessToken) {
        Token token = accessTokens.get(accessToken);
        return token != null && token.expiresAt().isAfter(real.instant());
    }

    /** Signs out: every token of the session that this one belongs to is gone. */
    synchronized void close(String accessToken) {
        Token token = accessTokens.get(accessToken);
        if (token != null) {
            accessTokens
                    .values()
                    .removeIf(
                            other -> other.session().id().equals(token.session().id()));
            refreshTokens
                    .values()
                    .removeIf(other -> other.id().equals(token.session().id()));
        }
    }
}
