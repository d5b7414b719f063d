package io.tapdeck.sandbox.identity;

import static io.tapdeck.sandbox.wire.OAuthErrors.describe;

import io.tapdeck.sandbox.faults.Lifetime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientMetadataException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRedirectUriException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.InvalidScopeException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.UnsupportedGrantTypeException;

/** The programs that may sign people in. Anyone may register one, as in AWS. Thread-safe. */
final class ClientRegistrations {
    private static final Pattern SCOPE = Pattern.compile("[\\w-]+(:[\\w-]+){1,3}");

    private final InstantSource real;
    private final Function<Lifetime, Duration> lifetimes;
    private final Map<String, RegisteredClient> clients = new HashMap<>();

    ClientRegistrations(InstantSource real, Function<Lifetime, Duration> lifetimes) {
        this.real = real;
        this.lifetimes = lifetimes;
    }

    /** Registers a public client, one that can keep no secret of its own. */
    synchronized RegisteredClient register(RegisterClientRequest request) {
        String name = Objects.toString(request.clientName(), "");
        if (name.isBlank()) {
            throw describe(InvalidClientMetadataException.builder(), "clientName is missing.");
        }
        if (!Objects.equals(request.clientType(), "public")) {
            throw describe(InvalidClientMetadataException.builder(), "clientType must be public.");
        }
        for (String scope : request.scopes()) {
            if (!SCOPE.matcher(scope).matches()) {
                throw describe(InvalidScopeException.builder(), "There is no scope " + scope + ".");
            }
        }
        for (String grantType : request.grantTypes()) {
            if (!Grants.ALL.contains(grantType)) {
                throw describe(UnsupportedGrantTypeException.builder(), "There is no grant type " + grantType + ".");
            }
        }
        for (String address : request.redirectUris()) {
            if (RegisteredClient.loopback(address).isEmpty()) {
                throw describe(InvalidRedirectUriException.builder(), "A redirect URI must be on http://127.0.0.1.");
            }
        }
        if (request.grantTypes().contains(Grants.AUTHORIZATION_CODE)
                && request.redirectUris().isEmpty()) {
            throw describe(InvalidRequestException.builder(), "authorization_code needs a redirect URI.");
        }
        Instant now = real.instant();
        RegisteredClient client = new RegisteredClient(
                Secrets.token(16),
                Secrets.token(48),
                name,
                List.copyOf(request.scopes()),
                List.copyOf(request.redirectUris()),
                Set.copyOf(request.grantTypes()),
                now.plus(lifetimes.apply(Lifetime.REGISTRATION)));
        clients.values().removeIf(known -> !known.expiresAt().isAfter(now));
        clients.put(client.id(), client);
        return client;
    }

    /** A client whose registration is still good. */
    synchronized Optional<RegisteredClient> find(@Nullable String id) {
        return Optional.ofNullable(clients.get(id))
                .filter(client -> client.expiresAt().isAfter(real.instant()));
    }

    /**
     * The client that proves itself with its secret.
     *
     * @throws InvalidClientException if it is unknown, its registration has expired, or its secret is another
     */
    RegisteredClient authenticate(@Nullable String id, @Nullable String secret) {
        return find(id).filter(client -> sameText(client.secret(), Objects.toString(secret, "")))
                .orElseThrow(() -> describe(
                        InvalidClientException.builder(), "The client is unknown, or its registration has expired."));
    }

    /** Takes as long whatever differs. */
    static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
