package io.tapdeck.cli;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which session one signs in to or out of: by its own name, or by that of a profile. */
final class SsoSessionOptions {
    @ArgGroup(multiplicity = "1")
    Named named = new Named();

    /** One of the two. */
    static final class Named {
        @Option(
                names = "--sso-session",
                paramLabel = "NAME",
                required = true,
                description = "An [sso-session] of the AWS config file.")
        @Nullable
        String session;

        @Option(
                names = "--profile",
                paramLabel = "P",
                required = true,
                description = "A profile that signs in there; its endpoint_url and ca_bundle hold.")
        @Nullable
        String profile;
    }

    /** A session, and what speaks to it. */
    record Meant(SsoSession session, IdentityCenter identityCenter) {}

    /** What is meant. */
    Meant of(Engines engines) {
        IdentityCenter identityCenter = engines.identityCenter(named.profile);
        SsoSession session = named.session != null
                ? identityCenter.sessions().named(named.session)
                : engines.profiles().signIn(Objects.requireNonNull(named.profile));
        return new Meant(session, identityCenter);
    }
}
