package io.tapdeck.aws.identitycenter;

/** How a person proves who they are. */
public enum SignInMethod {
    /** In this computer's browser (authorization code with PKCE); falls back to the other by itself. */
    BROWSER,
    /** In any browser, with a code (device authorization). */
    DEVICE_CODE
}
