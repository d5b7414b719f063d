package io.tapdeck.aws.identitycenter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** Signs in with a code (RFC 8628; OIDC API reference, StartDeviceAuthorization and CreateToken). */
final class DeviceGrant {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    /** RFC 8628, 3.2 and 3.5. */
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

    private static final Duration SLOWER_BY = Duration.ofSeconds(5);

    private final SsoSession session;
    private final Registrations registrations;
    private final SsoOidcClient oidc;
    private final InstantSource clock;
    private final Pause pause;

    DeviceGrant(SsoSession session, Registrations registrations, SsoOidcClient oidc, InstantSource clock, Pause pause) {
        this.session = session;
        this.registrations = registrations;
        this.oidc = oidc;
        this.clock = clock;
        this.pause = pause;
    }

    CachedToken run(Tab tab, SignInListener listener) throws InterruptedException {
        Registration registration = registrations.current(SignInMethod.DEVICE_CODE);
        listener.on(new SignInEvent.Registered(registration.expiresAt()));
        try {
            return with(registration, tab, listener);
        } catch (InvalidClientException e) {
            // Remembered here, forgotten there.
            registration = registrations.anew(SignInMethod.DEVICE_CODE);
            listener.on(new SignInEvent.Registered(registration.expiresAt()));
        }
        try {
            return with(registration, tab, listener);
        } catch (InvalidClientException e) {
            throw SignInFailures.unknownClient();
        }
    }

    private CachedToken with(Registration registration, Tab tab, SignInListener listener) throws InterruptedException {
        StartDeviceAuthorizationResponse code =
                oidc.startDeviceAuthorization(request -> request.clientId(registration.clientId())
                        .clientSecret(registration.clientSecret())
                        .startUrl(session.startUrl()));
        Instant endsAt = clock.instant().plusSeconds(code.expiresIn());
        listener.on(new SignInEvent.CodeToShow(
                code.userCode(), Tab.page(code.verificationUri()), Tab.page(code.verificationUriComplete()), endsAt));
        tab.offer(Tab.page(code.verificationUriComplete()), listener);
        Duration interval = interval(code.interval());
        while (true) {
            Instant nextAsk = clock.instant().plus(interval);
            if (nextAsk.isAfter(endsAt)) {
                nextAsk = endsAt;
            }
            listener.on(new SignInEvent.Waiting(nextAsk, endsAt));
            pause.of(Duration.between(clock.instant(), nextAsk));
            try {
                Optional<CreateTokenResponse> made = ask(registration, code.deviceCode());
                if (made.isPresent()) {
                    return CachedToken.of(made.get(), registration, clock.instant());
                }
            } catch (SlowDownException e) {
                interval = interval.plus(SLOWER_BY);
                listener.on(new SignInEvent.SlowedDown(interval));
            } catch (ExpiredTokenException | AccessDeniedException | InvalidClientException e) {
                throw e;
            } catch (SdkException e) {
                SignInException words = SignInFailures.of(e, session);
                if (words.why() != SignInException.Why.UNREACHABLE) {
                    throw words;
                }
                Interruption.check();
                listener.on(new SignInEvent.NotHeard(String.valueOf(words.getMessage())));
            }
            if (!clock.instant().isBefore(endsAt)) {
                throw SignInFailures.codeExpired();
            }
        }
    }

    /** The token; empty while the person has not answered. */
    private Optional<CreateTokenResponse> ask(Registration registration, String deviceCode) {
        try {
            return Optional.of(oidc.createToken(request -> request.grantType(GRANT)
                    .clientId(registration.clientId())
                    .clientSecret(registration.clientSecret())
                    .deviceCode(deviceCode)));
        } catch (AuthorizationPendingException e) {
            return Optional.empty();
        }
    }

    private static Duration interval(@Nullable Integer seconds) {
        return seconds == null || seconds < 1 ? USUAL_INTERVAL : Duration.ofSeconds(seconds);
    }
}
