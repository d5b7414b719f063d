package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxBrowser;
import java.net.URI;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/** Someone who has signed in to a sandbox with a device code. */
record SignedIn(Sandbox sandbox, RegisterClientResponse client, CreateTokenResponse tokens) {
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    static SignedIn to(Sandbox sandbox) {
        try (SsoOidcClient oidc = Clients.client(SsoOidcClient::builder, sandbox.endpoint())) {
            RegisterClientResponse client = oidc.registerClient(
                    request -> request.clientName("Test").clientType("public").scopes("sso:account:access"));
            StartDeviceAuthorizationResponse started =
                    oidc.startDeviceAuthorization(request -> request.clientId(client.clientId())
                            .clientSecret(client.clientSecret())
                            .startUrl("https://harbour.awsapps.com/start"));
            new SandboxBrowser().allowDevice(URI.create(started.verificationUriComplete()));
            CreateTokenResponse tokens = oidc.createToken(request -> request.clientId(client.clientId())
                    .clientSecret(client.clientSecret())
                    .grantType(DEVICE)
                    .deviceCode(started.deviceCode()));
            return new SignedIn(sandbox, client, tokens);
        }
    }

    CreateTokenResponse refreshed() {
        try (SsoOidcClient oidc = Clients.client(SsoOidcClient::builder, sandbox.endpoint())) {
            return oidc.createToken(request -> request.clientId(client.clientId())
                    .clientSecret(client.clientSecret())
                    .grantType("refresh_token")
                    .refreshToken(tokens.refreshToken()));
        }
    }

    RoleCredentials credentials(String account, String role) {
        try (SsoClient portal = Clients.client(SsoClient::builder, sandbox.endpoint())) {
            return portal.getRoleCredentials(request -> request.accessToken(tokens.accessToken())
                            .accountId(account)
                            .roleName(role))
                    .roleCredentials();
        }
    }
}
