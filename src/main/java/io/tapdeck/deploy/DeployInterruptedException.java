package io.tapdeck.deploy;

/**
 * The thread was interrupted. What AWS had accepted by then goes on there, and the message says so. The thread's
 * interrupt flag is set.
 */
public final class DeployInterruptedException extends DeployException {
    private static final long serialVersionUID = 1;

    public DeployInterruptedException(String message, String remedy) {
        super(message, remedy);
    }
}
