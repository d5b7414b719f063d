package io.tapdeck.sandbox.identity;

import static io.tapdeck.sandbox.wire.OAuthErrors.describe;

import io.tapdeck.sandbox.faults.Lifetime;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationRequest;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import software.amazon.awssdk.services.ssooidc.model.UnsupportedGrantTypeException;

/**
 * SSO OIDC: registers clients and gives them tokens, after a person has allowed it in a browser or with a device code.
 * Every start URL leads to the same portal.
 */
public final class SandboxOidc implements SsoOidcClient {
    private final InstantSource real;
    private final Supplier<URI> endpoint;
    private final ClientRegistrations clients;
    private final DeviceSignIns devices;
    private final BrowserSignIns browsers;
    private final PortalSessions sessions;

    /**
     * An issuer that has given out nothing.
     *
     * @param real what expires, expires by this time, not by the sandbox's
     * @param lifetimes how long what is given out is good
     * @param endpoint where the sandbox listens
     * @param sessions where tokens come from
     */
    SandboxOidc(
            InstantSource real,
            Function<Lifetime, Duration> lifetimes,
            Supplier<URI> endpoint,
            PortalSessions sessions) {
        this.real = real;
        this.endpoint = endpoint;
        this.clients = new ClientRegistrations(real, lifetimes);
        this.devices = new DeviceSignIns(real, lifetimes);
        this.browsers = new BrowserSignIns(real, lifetimes);
        this.sessions = sessions;
    }

    /** The pages where people allow or deny what clients ask for. */
    SignInPages pages() {
        return new SignInPages(clients, devices, browsers);
    }

    @Override
    public RegisterClientResponse registerClient(RegisterClientRequest request) {
        RegisteredClient client = clients.register(request);
        return RegisterClientResponse.builder()
                .clientId(client.id())
                .clientSecret(client.secret())
                .clientIdIssuedAt(real.instant().getEpochSecond())
                .clientSecretExpiresAt(client.expiresAt().getEpochSecond())
                .build();
    }

    @Override
    public StartDeviceAuthorizationResponse startDeviceAuthorization(StartDeviceAuthorizationRequest request) {
        RegisteredClient client = clients.authenticate(request.clientId(), request.clientSecret());
        client.checkGrant(Grants.DEVICE_CODE);
        if (!Objects.toString(request.startUrl(), "").matches("https?://.+")) {
            throw describe(InvalidRequestException.builder(), "The start URL is not one.");
        }
        DeviceSignIns.Started started = devices.start(client);
        URI page = endpoint.get().resolve(SignInPages.DEVICE);
        return StartDeviceAuthorizationResponse.builder()
                .deviceCode(started.deviceCode())
                .userCode(started.userCode())
                .verificationUri(page.toString())
                .verificationUriComplete(
                        page + "?user_code=" + URLEncoder.encode(started.userCode(), StandardCharsets.UTF_8))
                .expiresIn((int) started.expiresIn().toSeconds())
                .interval((int) DeviceSignIns.INTERVAL.toSeconds())
                .build();
    }

    @Override
    public CreateTokenResponse createToken(CreateTokenRequest request) {
        String grantType = needed("grantType", request.grantType());
        if (!Grants.ALL.contains(grantType)) {
            throw describe(UnsupportedGrantTypeException.builder(), "There is no grant type " + grantType + ".");
        }
        RegisteredClient client = clients.authenticate(request.clientId(), request.clientSecret());
        client.checkGrant(grantType);
        PortalSessions.Tokens tokens = switch (grantType) {
            case Grants.REFRESH_TOKEN -> sessions.refresh(client, needed("refreshToken", request.refreshToken()));
            case Grants.DEVICE_CODE -> {
                devices.redeem(client, needed("deviceCode", request.deviceCode()));
                yield sessions.open(client);
            }
            default -> {
                browsers.redeem(
                        client,
                        needed("code", request.code()),
                        needed("redirectUri", request.redirectUri()),
                        needed("codeVerifier", request.codeVerifier()));
                yield sessions.open(client);
            }
        };
        return CreateTokenResponse.builder()
                .accessToken(tokens.accessToken())
                .tokenType("Bearer")
                .expiresIn((int) tokens.expiresIn().toSeconds())
                .refreshToken(tokens.refreshToken().orElse(null))
                .build();
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw describe(InvalidRequestException.builder(), name + " is missing.");
        }
        return value;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
