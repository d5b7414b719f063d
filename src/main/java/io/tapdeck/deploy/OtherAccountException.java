package io.tapdeck.deploy;

import io.tapdeck.aws.Session;

/** Something is meant for another account than the session's. Nothing was sent. */
public final class OtherAccountException extends DeployException {
    private static final long serialVersionUID = 1;

    OtherAccountException(String subject, String account, Session session) {
        super(
                "%s is for account %s; the session %s is in account %s."
                        .formatted(subject, account, session.name(), session.account()),
                "Use a session of account %s.".formatted(account));
    }
}
