package io.tapdeck.deploy;

import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import java.util.stream.Collectors;

/** Something would stop the deployment; no change set was made. The message tells every such thing at once. */
public final class PreflightException extends DeployException {
    private static final long serialVersionUID = 1;
    private final transient Preflight preflight;

    public PreflightException(Preflight preflight) {
        super(
                preflight.of(Result.FAILED).stream().map(Check::words).collect(Collectors.joining(" ")),
                "Nothing has been changed. Mend that, then review again.");
        this.preflight = preflight;
    }

    /** Every check, at least one of them failed. */
    public Preflight preflight() {
        return preflight;
    }
}
