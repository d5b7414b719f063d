package io.tapdeck.aws.identitycenter;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientMetadataException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRedirectUriException;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;
import software.amazon.awssdk.services.ssooidc.model.UnsupportedGrantTypeException;

/** Signs in in this computer's browser (RFC 7636; AWS CLI v2, {@code SSOTokenFetcherAuth}). */
final class CodeGrant {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** How long an answer lies before it is seen; nobody notices less. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final String ELSEWHERE =
            "This IAM Identity Center does not sign in through this computer's browser.";

    /** It cannot be done here; another way can. */
    static final class CannotWork extends Exception {
        private static final long serialVersionUID = 1;

        CannotWork(String reason) {
            super(reason);
        }
    }

    private final SsoSession session;
    private final Registrations registrations;
    private final IdentityCenterClients clients;
    private final InstantSource clock;
    private final Pause pause;
    private final SecureRandom random;

    CodeGrant(
            SsoSession session,
            Registrations registrations,
            IdentityCenterClients clients,
            InstantSource clock,
            Pause pause,
            SecureRandom random) {
        this.session = session;
        this.registrations = registrations;
        this.clients = clients;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
    }

    CachedToken run(Tab tab, SignInListener listener) throws CannotWork, InterruptedException {
        Challenge challenge = Challenge.random(random);
        try (Loopback loopback = listen(challenge)) {
            Registration registration = register();
            listener.on(new SignInEvent.Registered(registration.expiresAt()));
            URI page = page(registration, challenge, loopback.redirect());
            try {
                tab.open(page);
            } catch (IOException e) {
                throw new CannotWork("No browser opens on this computer.");
            }
            listener.on(new SignInEvent.PageToOpen(page, true));
            Instant endsAt = clock.instant().plus(LIMIT);
            listener.on(new SignInEvent.Waiting(null, endsAt));
            Loopback.Answer answer = await(loopback, endsAt);
            if (!answer.error().isEmpty()) {
                throw notAllowed(answer.error());
            }
            return token(registration, challenge, loopback.redirect(), answer.code());
        }
    }

    private static Loopback listen(Challenge challenge) throws CannotWork {
        try {
            return new Loopback(challenge);
        } catch (IOException e) {
            throw new CannotWork("No port of 127.0.0.1 is to be had for the browser's answer.");
        }
    }

    private Registration register() throws CannotWork {
        try {
            return registrations.current(SignInMethod.BROWSER);
        } catch (InvalidClientMetadataException
                | InvalidRedirectUriException
                | UnauthorizedClientException
                | UnsupportedGrantTypeException e) {
            throw new CannotWork(ELSEWHERE);
        }
    }

    /** The page's parameter is called scopes, other than in RFC 6749. State and challenge are for the browser to know. */
    private URI page(Registration registration, Challenge challenge, URI redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("state", challenge.state());
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge.s256());
        query.put("scopes", String.join(" ", session.scopes()));
        URI endpoint = clients.oidcEndpoint();
        return Tab.page(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/authorize?"
                + query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Loopback.Answer await(Loopback loopback, Instant endsAt) throws InterruptedException {
        Optional<Loopback.Answer> answer = Optional.empty();
        try {
            while (answer.isEmpty()) {
                answer = loopback.answer();
                if (answer.isEmpty() && !clock.instant().isBefore(endsAt)) {
                    throw SignInFailures.tooLate();
                }
                if (answer.isEmpty()) {
                    pause.of(LOOK);
                }
            }
            return answer.get();
        } finally {
            if (answer.isEmpty()) {
                // A client that it no longer knows is not sent back with an error (RFC 6749, 4.1.2.1).
                registrations.forget();
            }
        }
    }

    /** What the errors of the page mean (RFC 6749, 4.1.2.1). */
    private SignInException notAllowed(String error) throws CannotWork {
        return switch (error) {
            case "access_denied" -> SignInFailures.refused();
            case "unauthorized_client", "unsupported_response_type", "invalid_request" ->
                throw new CannotWork(ELSEWHERE);
            case "invalid_scope" -> SignInFailures.wrongSession(session, error);
            default -> SignInFailures.ofPage(error);
        };
    }

    private CachedToken token(Registration registration, Challenge challenge, URI redirect, String code) {
        try {
            CreateTokenResponse made = clients.oidc()
                    .createToken(request -> request.grantType(Registrations.CODE_GRANT)
                            .clientId(registration.clientId())
                            .clientSecret(registration.clientSecret())
                            .redirectUri(redirect.toString())
                            .codeVerifier(challenge.verifier())
                            .code(code));
            return CachedToken.of(made, registration, clock.instant());
        } catch (InvalidClientException e) {
            registrations.anew(SignInMethod.BROWSER);
            throw SignInFailures.unknownClient();
        }
    }
}
