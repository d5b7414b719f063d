package io.tapdeck.deploy;

import io.tapdeck.aws.Session;

/** Something was to be changed through a session that its administrator opened for reading only. Nothing was sent. */
public final class ReadOnlySessionException extends DeployException {
    private static final long serialVersionUID = 1;

    public ReadOnlySessionException(Session session) {
        super(
                "The session %s only reads. Nothing is changed through it.".formatted(session.name()),
                "Use a session of account %s that is not read-only.".formatted(session.accountText()));
    }
}
