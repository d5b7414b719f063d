package io.tapdeck.aws.identitycenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.aws.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;

/** Makes Tapdeck known to Identity Center, and remembers it in the cache until it ends (AWS CLI v2, {@code _registration}). */
final class Registrations {
    /** Identity Center takes a redirect to any port of it (facts of RFC 8252, 7.3: loopback redirects). */
    static final String REDIRECT = "http://127.0.0.1/oauth/callback";

    static final String CODE_GRANT = "authorization_code";
    private static final List<String> BROWSER_GRANTS = List.of(CODE_GRANT, "refresh_token");
    /** A registration that ends within a sign-in is of no use. */
    private static final Duration LEAST_LEFT = Duration.ofMinutes(15);

    private final SsoSession session;
    private final TokenCache cache;
    private final SsoOidcClient oidc;
    private final InstantSource clock;

    Registrations(SsoSession session, TokenCache cache, SsoOidcClient oidc, InstantSource clock) {
        this.session = session;
        this.cache = cache;
        this.oidc = oidc;
        this.clock = clock;
    }

    /** The remembered one, as far as it suits the method, else a new one. */
    Registration current(SignInMethod method) {
        return remembered(method).orElseGet(() -> anew(method));
    }

    private Optional<Registration> remembered(SignInMethod method) {
        Optional<ObjectNode> read = cache.read(CacheKeys.registration(session));
        if (read.isEmpty() || forBrowser(read.get()) != (method == SignInMethod.BROWSER)) {
            return Optional.empty();
        }
        String id = CachedToken.text(read.get(), "clientId");
        String secret = CachedToken.text(read.get(), "clientSecret");
        Instant until = CachedToken.instant(read.get(), "expiresAt");
        return id == null
                        || secret == null
                        || until == null
                        || until.isBefore(clock.instant().plus(LEAST_LEFT))
                ? Optional.empty()
                : Optional.of(new Registration(id, secret, until));
    }

    /** One for device codes names no grants. */
    private static boolean forBrowser(JsonNode file) {
        for (JsonNode grant : file.path("grantTypes")) {
            if (CODE_GRANT.equals(grant.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Remembers none: the next sign-in registers anew. */
    void forget() {
        try {
            cache.delete(CacheKeys.registration(session));
        } catch (AwsException e) {
            // It stays, in a folder that cannot be written: the sign-in that ends here has its own reason.
        }
    }

    /** A new one; replaces what was remembered. */
    Registration anew(SignInMethod method) {
        RegisterClientRequest.Builder request = RegisterClientRequest.builder()
                .clientName("Tapdeck " + session.title())
                .clientType("public")
                .scopes(session.scopes());
        if (method == SignInMethod.BROWSER) {
            request.grantTypes(BROWSER_GRANTS).redirectUris(REDIRECT).issuerUrl(session.startUrl());
        }
        RegisterClientResponse made = oidc.registerClient(request.build());
        Registration registration = new Registration(
                made.clientId(), made.clientSecret(), Instant.ofEpochSecond(made.clientSecretExpiresAt()));
        String key = CacheKeys.registration(session);
        ObjectNode file =
                cache.read(key).orElseGet(() -> JsonMapper.builder().build().createObjectNode());
        file.put("clientId", registration.clientId());
        file.put("clientSecret", registration.clientSecret());
        file.put("expiresAt", CachedToken.write(registration.expiresAt()));
        session.scopes().forEach(file.putArray("scopes")::add);
        file.remove("grantTypes");
        if (method == SignInMethod.BROWSER) {
            BROWSER_GRANTS.forEach(file.putArray("grantTypes")::add);
        }
        cache.write(key, file);
        return registration;
    }
}
