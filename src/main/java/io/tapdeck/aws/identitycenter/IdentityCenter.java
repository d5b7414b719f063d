package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFiles;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/** The sessions of the AWS files, and what can be done with them. Thread-safe. */
public final class IdentityCenter implements AutoCloseable {
    private final SsoSessions sessions;
    private final TokenCache cache;
    private final SsoClients clients;
    private final InstantSource clock;
    private final Pause pause;
    /** By region. */
    private final Map<String, IdentityCenterClients> open = new ConcurrentHashMap<>();
    /** One for each file of the cache, since single flight is a matter of one object. */
    private final Map<String, TokenSource> tokens = new ConcurrentHashMap<>();

    /**
     * Sessions of these files and this cache.
     *
     * @param files the AWS files, read anew each time
     * @param profile whose settings the calls go by; null for the usual one
     * @param http closed by the caller
     * @param clock this computer's time, which the other users of the cache go by
     */
    public IdentityCenter(
            Supplier<ProfileFile> files,
            @Nullable String profile,
            TokenCache cache,
            SdkHttpClient http,
            RetryStrategy retries,
            InstantSource clock,
            Pause pause) {
        AwsFiles told = new AwsFiles(files);
        this.sessions = new SsoSessions(told);
        this.cache = cache;
        this.clients = new SsoClients(http, retries, told, profile);
        this.clock = clock;
        this.pause = pause;
    }

    /** The sessions that the files name. */
    public SsoSessions sessions() {
        return sessions;
    }

    /** The cache that holds who is signed in. */
    public TokenCache cache() {
        return cache;
    }

    /** Signs in to a session. */
    public SignIn signIn(SsoSession session, Browser browser) {
        return new OidcSignIn(session, cache, clients(session), browser, clock, pause);
    }

    /** The tokens of a session. */
    public TokenSource tokens(SsoSession session) {
        return tokens.compute(
                CacheKeys.token(session), (file, known) -> serves(known, session) ? known : source(session));
    }

    /** A config that was edited meanwhile may lead the same name elsewhere. */
    private static boolean serves(@Nullable TokenSource known, SsoSession session) {
        return known != null
                && known.session().startUrl().equals(session.startUrl())
                && known.session().region().equals(session.region());
    }

    private TokenSource source(SsoSession session) {
        return new TokenSource(session, cache, clients(session).oidc(), clock);
    }

    /** What the person who is signed in to a session may use. */
    public AccountsAndRoles accountsAndRoles(SsoSession session) {
        return new AccountsAndRoles(clients(session).portal(), tokens(session));
    }

    /**
     * Credentials of a role; made anew before they end, with the token of then. While nobody is signed in it throws an
     * {@link SdkClientException} whose cause is an {@link AwsException} of kind NEEDS_SIGN_IN.
     *
     * @param account 12 digits
     */
    public AwsCredentialsProvider role(SsoSession session, String account, String role) {
        // builder() gives a class that cannot be named from here; its interface can.
        SsoCredentialsProvider.Builder provider = SsoCredentialsProvider.builder();
        return provider.ssoClient(clients(session).portal())
                .refreshRequest(() -> request(session, account, role))
                .build();
    }

    private GetRoleCredentialsRequest request(SsoSession session, String account, String role) {
        try {
            return GetRoleCredentialsRequest.builder()
                    .accountId(account)
                    .roleName(role)
                    .accessToken(tokens(session).token().value())
                    .build();
        } catch (AwsException e) {
            // As the clients' callers expect it of a provider.
            throw SdkClientException.create(String.valueOf(e.getMessage()), e);
        }
    }

    /** Signs out of a session. */
    public SignedOut signOut(SsoSession session) {
        return new SignOut(cache, clients(session).portal()).run(session);
    }

    private IdentityCenterClients clients(SsoSession session) {
        return open.computeIfAbsent(session.region(), clients::open);
    }

    @Override
    public void close() {
        open.values().forEach(IdentityCenterClients::close);
    }
}
