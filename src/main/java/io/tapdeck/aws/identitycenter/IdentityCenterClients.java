package io.tapdeck.aws.identitycenter;

import java.net.URI;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;

/**
 * The clients of one Identity Center.
 *
 * @param oidc registers and makes tokens
 * @param portal the access portal
 * @param oidcEndpoint where {@code oidc} calls; its page {@code /authorize} is no operation of the SDK
 */
public record IdentityCenterClients(SsoOidcClient oidc, SsoClient portal, URI oidcEndpoint) implements AutoCloseable {
    @Override
    public void close() {
        oidc.close();
        portal.close();
    }
}
