package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Signs in by OpenID Connect, as the AWS CLI does. */
public final class OidcSignIn implements SignIn {
    private final SsoSession session;
    private final TokenCache cache;
    private final Browser browser;
    private final CodeGrant codes;
    private final DeviceGrant devices;

    /**
     * Sign-ins to one session.
     *
     * @param clock this computer's time, which the other users of the cache go by
     */
    public OidcSignIn(
            SsoSession session,
            TokenCache cache,
            IdentityCenterClients clients,
            Browser browser,
            InstantSource clock,
            Pause pause) {
        this.session = session;
        this.cache = cache;
        this.browser = browser;
        Registrations registrations = new Registrations(session, cache, clients.oidc(), clock);
        this.codes = new CodeGrant(session, registrations, clients, clock, pause, new SecureRandom());
        this.devices = new DeviceGrant(session, registrations, clients.oidc(), clock, pause);
    }

    @Override
    public Instant run(SignInMethod method, SignInListener listener) {
        try {
            CachedToken token = token(method, new Tab(browser), listener);
            Interruption.check();
            cache.save(session, token);
            Instant until = token.access().expiresAt();
            listener.on(new SignInEvent.SignedIn(until));
            return until;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInFailures.cancelled();
        } catch (SdkException e) {
            throw Thread.currentThread().isInterrupted() ? SignInFailures.cancelled() : SignInFailures.of(e, session);
        } catch (AwsException e) {
            throw SignInFailures.notKept(e);
        }
    }

    private CachedToken token(SignInMethod method, Tab tab, SignInListener listener) throws InterruptedException {
        if (method == SignInMethod.BROWSER) {
            try {
                checkBrowserCanWork();
                return codes.run(tab, listener);
            } catch (CodeGrant.CannotWork e) {
                listener.on(new SignInEvent.FellBack(String.valueOf(e.getMessage())));
            }
        }
        return devices.run(tab, listener);
    }

    private void checkBrowserCanWork() throws CodeGrant.CannotWork {
        if (session.name() == null) {
            throw new CodeGrant.CannotWork("A profile without an sso-session signs in with a code.");
        }
        String partition = PartitionMetadata.of(Region.of(session.region())).id();
        if (!partition.equals("aws")) {
            throw new CodeGrant.CannotWork("The partition %s signs in with a code.".formatted(partition));
        }
    }
}
