package io.tapdeck.deploy;

/** A deployment could not start or go on. Both texts are for people. */
public sealed class DeployException extends RuntimeException
        permits DeployInterruptedException,
                EnvironmentBusyException,
                OtherAccountException,
                PreflightException,
                ReadOnlySessionException,
                RefusedChangeException {
    private static final long serialVersionUID = 1;
    private final String remedy;

    /**
     * @param message one sentence: what went wrong, with AWS's words where there are any
     * @param remedy one sentence: what to do about it
     */
    public DeployException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** One sentence: what to do about it. */
    public String remedy() {
        return remedy;
    }
}
