package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.faults.Lifetime;
import io.tapdeck.sandbox.wire.Caller;
import io.tapdeck.sandbox.wire.CredentialsException;
import io.tapdeck.sandbox.wire.WebPages;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in the sandbox: sign-in, the portal with its accounts and roles, and whose credentials a call is signed
 * with. All of it is forgotten at the sandbox's end, and by real time before that.
 */
public final class SandboxIdentity {
    /**
     * The account of all who sign with credentials that the sandbox has not given out: 12 zeros, which AWS gives to
     * nobody.
     */
    public static final String USUAL_ACCOUNT = "000000000000";

    private final SandboxOidc oidc;
    private final SandboxPortal portal;
    private final SignInPages pages;
    private final IssuedCredentials issued;
    private final Function<Lifetime, Duration> lifetimes;

    /**
     * Nobody is signed in.
     *
     * @param real what expires, expires by this time, not by the sandbox's
     * @param lifetimes how long what is given out is good
     * @param endpoint where the sandbox listens
     */
    public SandboxIdentity(InstantSource real, Function<Lifetime, Duration> lifetimes, Supplier<URI> endpoint) {
        PortalSessions sessions = new PortalSessions(real, lifetimes);
        this.lifetimes = lifetimes;
        this.issued = new IssuedCredentials(real);
        this.oidc = new SandboxOidc(real, lifetimes, endpoint, sessions);
        this.portal = new SandboxPortal(sessions, issued, lifetimes);
        this.pages = oidc.pages();
    }

    /** Where clients get tokens. */
    public SandboxOidc oidc() {
        return oidc;
    }

    /** Where tokens get accounts, roles and credentials. */
    public SandboxPortal portal() {
        return portal;
    }

    /** Where people allow or deny what clients ask for. */
    public WebPages pages() {
        return pages;
    }

    /** Tells a caller who it is, and lets it assume other roles. */
    public SandboxSts sts(Caller caller) {
        return new SandboxSts(caller, issued, lifetimes.apply(Lifetime.CREDENTIALS));
    }

    /**
     * Who signs with an access key; the administrator of the usual account with any that was not given out here, or
     * none.
     *
     * @throws CredentialsException if the key was given out and is expired, or comes with another session token
     */
    public Caller caller(@Nullable String accessKeyId, @Nullable String sessionToken) throws CredentialsException {
        return accessKeyId != null && IssuedCredentials.isOurs(accessKeyId)
                ? issued.caller(accessKeyId, sessionToken)
                : administrator();
    }

    /** Whether the role that a caller has assumed allows an action, such as {@code rds:CreateDBCluster}. */
    public boolean allows(Caller caller, String action) {
        String[] parts = caller.arn().split("/", -1);
        return parts.length < 2
                || PermissionSet.ofRole(parts[1]).map(set -> set.allows(action)).orElse(true);
    }

    /** The caller that all are who sign with credentials of their own. */
    public static Caller administrator() {
        return new Caller(
                USUAL_ACCOUNT,
                "arn:aws:sts::" + USUAL_ACCOUNT + ":assumed-role/" + PermissionSet.ADMINISTRATOR.roleName()
                        + "/sandbox",
                "AROA3SANDBOXADMIN0000:sandbox");
    }
}
