package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/**
 * The Identity Centers that this process speaks to, each with one source of tokens, so that however many connections wait for
 * a token, one call refreshes it. Thread-safe.
 */
public final class IdentityCenters implements AutoCloseable {
    private final TokenCache cache;
    private final Function<SsoSession, IdentityCenterClients> connect;
    private final InstantSource clock;
    private final Map<SsoSession, Center> centers = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param connect makes the clients of one
     * @param clock this computer's time
     */
    public IdentityCenters(TokenCache cache, Function<SsoSession, IdentityCenterClients> connect, InstantSource clock) {
        this.cache = cache;
        this.connect = connect;
        this.clock = clock;
    }

    /** One of them. */
    public Center of(SsoSession session) {
        return centers.computeIfAbsent(session, named -> {
            IdentityCenterClients clients = connect.apply(named);
            return new Center(clients, new TokenSource(named, cache, clients.oidc(), clock));
        });
    }

    /** The cache that all of them share with the AWS CLI. */
    public TokenCache cache() {
        return cache;
    }

    @Override
    public void close() {
        centers.values().forEach(center -> center.clients().close());
    }

    /**
     * One Identity Center, signed in to or not.
     *
     * @param clients of it
     * @param tokens of the person
     */
    public record Center(IdentityCenterClients clients, TokenSource tokens) {

        /** What the person may use. */
        public AccountsAndRoles accountsAndRoles() {
            return new AccountsAndRoles(clients.portal(), tokens);
        }

        /**
         * Credentials of a role; made anew before they end, with the token of then. While nobody is signed in it throws an
         * {@link SdkClientException} whose cause is an {@link AwsException} of kind NEEDS_SIGN_IN.
         *
         * @param account 12 digits
         */
        public AwsCredentialsProvider role(String account, String role) {
            SsoCredentialsProvider.Builder provider = SsoCredentialsProvider.builder();
            return provider.ssoClient(clients.portal())
                    .refreshRequest(() -> request(account, role))
                    .build();
        }

        private GetRoleCredentialsRequest request(String account, String role) {
            try {
                return GetRoleCredentialsRequest.builder()
                        .accountId(account)
                        .roleName(role)
                        .accessToken(tokens.token().value())
                        .build();
            } catch (AwsException e) {
                // As the clients' callers expect it of a provider.
                throw SdkClientException.create(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
