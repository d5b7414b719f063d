package io.tapdeck.aws.identitycenter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one signs in: an {@code [sso-session]} of the AWS config, or the two keys of a legacy profile (AWS SDKs and tools
 * reference guide, "IAM Identity Center credential provider").
 *
 * @param name as in the config; null for a legacy profile, whose sign-in cannot be refreshed
 * @param startUrl of the access portal
 * @param region of Identity Center, which need not be that of any profile
 * @param scopes asked for at registration; never empty
 */
public record SsoSession(@Nullable String name, String startUrl, String region, List<String> scopes) {
    /** Lists accounts and roles, and allows a refresh (the guide's {@code sso_registration_scopes}). */
    public static final String ACCOUNT_ACCESS = "sso:account:access";

    /** Copies the scopes; none means {@link #ACCOUNT_ACCESS}. */
    public SsoSession {
        scopes = scopes.isEmpty() ? List.of(ACCOUNT_ACCESS) : List.copyOf(scopes);
    }

    /** A sentence: what to do when nobody is signed in any more. */
    public String signInAgain() {
        return name == null
                ? "Sign in again."
                : "Sign in again, for example with tapdeck login --sso-session %s.".formatted(name);
    }

    /** What it is called on screen. */
    public String title() {
        return name == null ? startUrl : name;
    }
}
