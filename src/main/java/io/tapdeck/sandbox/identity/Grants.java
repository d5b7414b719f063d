package io.tapdeck.sandbox.identity;

import java.util.Set;

/** The grant types of SSO OIDC (API reference, CreateToken). */
final class Grants {
    static final String AUTHORIZATION_CODE = "authorization_code";
    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String REFRESH_TOKEN = "refresh_token";
    static final Set<String> ALL = Set.of(AUTHORIZATION_CODE, DEVICE_CODE, REFRESH_TOKEN);

    private Grants() {}
}
