package io.tapdeck.cli;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoSession;
import picocli.CommandLine.Option;

/** Which session one signs in to or out of. */
final class SsoSessionOptions {
    @Option(
            names = "--sso-session",
            paramLabel = "NAME",
            required = true,
            description = "An [sso-session] of the AWS config file.")
    String name = "";

    /** The session of that name. */
    SsoSession of(IdentityCenter identityCenter) {
        return identityCenter.sessions().named(name);
    }
}
