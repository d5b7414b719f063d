package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * Gives the token of a session, and refreshes it in time by botocore's rules ({@code tokens.py}). The cache is read at each
 * request and again around each refresh: what the AWS CLI signs in, refreshes or signs out meanwhile is taken over. Many
 * threads make one call.
 */
public final class TokenSource {
    /** From here on a refresh is tried by whoever comes first; the others go on with what there is. */
    private static final Duration ADVISORY = Duration.ofMinutes(15);
    /** From here on everybody waits for it. */
    private static final Duration MANDATORY = Duration.ofMinutes(10);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(60);

    private final SsoSession session;
    private final TokenCache cache;
    private final SsoOidcClient oidc;
    private final InstantSource clock;
    private final ReentrantLock refreshing;
    /** Guarded by the lock. */
    private Instant nextTry = Instant.MIN;

    /** The refresh token that Identity Center has refused: it does not get better. Guarded by the lock. */
    private @Nullable String refused;

    /** Prefers a token that could not be saved as long as the file has the one that it was made of. */
    private volatile @Nullable Unsaved unsaved;

    /** Why the last try failed; guarded by the lock. */
    private @Nullable AwsException lastFailure;

    /**
     * The tokens of a session.
     *
     * @param clock this computer's time, which the other users of the cache go by
     */
    public TokenSource(SsoSession session, TokenCache cache, SsoOidcClient oidc, InstantSource clock) {
        this.session = session;
        this.cache = cache;
        this.oidc = oidc;
        this.clock = clock;
        this.refreshing = cache.refreshing(session);
    }

    /** The session whose tokens it gives. */
    public SsoSession session() {
        return session;
    }

    /**
     * A token that is good now. Blocks while it is refreshed.
     *
     * @throws AwsException of kind NEEDS_SIGN_IN if there is none; UNREACHABLE if the last one has expired and Identity Center
     *     does not answer
     */
    public AccessToken token() {
        CachedToken cached = cached();
        Duration left = cached.left(clock.instant());
        if (left.compareTo(ADVISORY) >= 0) {
            return cached.access();
        }
        if (left.compareTo(MANDATORY) >= 0) {
            if (!refreshing.tryLock()) {
                return cached.access();
            }
        } else {
            refreshing.lock();
        }
        try {
            return refreshed();
        } finally {
            refreshing.unlock();
        }
    }

    /** Whoever held the lock before, here or in another program, may have done it. */
    private AccessToken refreshed() {
        CachedToken cached = cached();
        Instant now = clock.instant();
        boolean again = refused == null || !refused.equals(cached.refreshToken());
        if (again && cached.left(now).compareTo(ADVISORY) < 0 && !now.isBefore(nextTry)) {
            nextTry = now.plus(BETWEEN_TRIES);
            lastFailure = null;
            Optional<Registration> registration = cached.registration(now);
            if (cached.refreshToken() != null && registration.isPresent()) {
                cached = refresh(cached, cached.refreshToken(), registration.get());
            }
        }
        if (!cached.left(clock.instant()).isPositive()) {
            throw lastFailure == null ? needsSignIn("has expired") : lastFailure;
        }
        return cached.access();
    }

    /** The refreshed token, or the one in the cache if that fails. */
    private CachedToken refresh(CachedToken before, String refreshToken, Registration registration) {
        CreateTokenResponse made;
        try {
            made = oidc.createToken(request -> request.grantType("refresh_token")
                    .clientId(registration.clientId())
                    .clientSecret(registration.clientSecret())
                    .refreshToken(refreshToken));
        } catch (SdkException e) {
            if (e instanceof AwsServiceException && !AwsFailures.mayPass(e)) {
                refused = refreshToken;
            }
            lastFailure = AwsFailures.mayPass(e)
                    ? SsoFailures.explain(e, "IAM Identity Center in " + session.region())
                    : needsSignIn("has ended, and IAM Identity Center does not renew it");
            return cached();
        }
        CachedToken now = cached();
        if (!now.access().value().equals(before.access().value())
                && now.access().expiresAt().isAfter(before.access().expiresAt())) {
            // Another program signed in or refreshed meanwhile; its token is the one that others use, too.
            return now;
        }
        CachedToken next = CachedToken.of(made, registration, clock.instant());
        save(next);
        return next;
    }

    private void save(CachedToken next) {
        Optional<CachedToken> inFile = cache.token(session);
        try {
            cache.save(session, next);
            unsaved = null;
        } catch (AwsException e) {
            // Identity Center may take the refresh token in the file no more: this program goes on without the file.
            unsaved = inFile.map(file -> new Unsaved(file, next)).orElse(null);
        }
    }

    private CachedToken cached() {
        CachedToken file = cache.token(session).orElseThrow(() -> needsSignIn("is signed out"));
        Unsaved kept = unsaved;
        return kept != null && kept.inFile().equals(file) ? kept.next() : file;
    }

    /** A refreshed token, and the one that stands in the file instead. */
    private record Unsaved(CachedToken inFile, CachedToken next) {}

    private AwsException needsSignIn(String what) {
        return new AwsException(
                "The session %s %s.".formatted(session.title(), what),
                session.signInAgain(),
                AwsException.Kind.NEEDS_SIGN_IN);
    }
}
