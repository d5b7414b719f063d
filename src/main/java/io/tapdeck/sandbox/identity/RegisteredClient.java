package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.OAuthErrors;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;

/**
 * A program that registered itself to sign people in.
 *
 * @param secret what it proves itself with
 * @param name as it calls itself
 * @param scopes what it may ask for; empty for one that signs in the legacy way
 * @param redirectUris where a browser may bring its code, at whatever port
 * @param grantTypes how it signs in; empty if it did not say
 * @param expiresAt real time
 */
record RegisteredClient(
        String id,
        String secret,
        String name,
        List<String> scopes,
        List<String> redirectUris,
        Set<String> grantTypes,
        Instant expiresAt) {

    /** What the accounts and roles of the portal are behind; tokens with it can be refreshed. */
    static final String ACCOUNT_ACCESS = "sso:account:access";

    boolean canRefresh() {
        return scopes.contains(ACCOUNT_ACCESS);
    }

    /** Whether an address is a registered one but for its port. */
    boolean mayRedirectTo(URI address) {
        return redirectUris.stream()
                .flatMap(registered -> loopback(registered).stream())
                .anyMatch(registered -> (registered.getPort() < 0 || registered.getPort() == address.getPort())
                        && withoutPort(registered).equals(withoutPort(address)));
    }

    private static String withoutPort(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** An address on this machine, without user, fragment or control characters; empty for any other. */
    static Optional<URI> loopback(String address) {
        try {
            URI uri = new URI(address);
            boolean ours = Objects.equals(uri.getScheme(), "http")
                    && Objects.equals(uri.getHost(), "127.0.0.1")
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return ours ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks that the client registered for a way to sign in; one that registered for none may use any but the browser,
     * for which it lacks an address.
     */
    void checkGrant(String grantType) {
        boolean allowed =
                grantTypes.isEmpty() ? !grantType.equals(Grants.AUTHORIZATION_CODE) : grantTypes.contains(grantType);
        if (!allowed) {
            throw OAuthErrors.describe(
                    UnauthorizedClientException.builder(), "The client is not registered for " + grantType + ".");
        }
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
