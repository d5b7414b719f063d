package io.tapdeck.deploy;

import io.tapdeck.aws.Session;
import org.jspecify.annotations.Nullable;

/**
 * The account that a definition file, a draft or an environment is meant for: what was planned for one account is never done
 * to another. The only place that compares both.
 *
 * @param account 12 digits; null is meant for none in particular, and goes anywhere
 */
public record AccountPin(@Nullable String account) {

    /** What is done through a session, from now on. */
    public static AccountPin of(Session session) {
        return new AccountPin(session.account());
    }

    /** Whether it may be done through a session. */
    public boolean allows(Session session) {
        return account == null || account.equals(session.account());
    }

    /**
     * Refuses a session of another account. Asks AWS nothing.
     *
     * @param subject what is pinned, as a sentence begins, such as {@code The draft}
     * @throws OtherAccountException with both ids
     */
    public void check(String subject, Session session) {
        if (account != null && !allows(session)) {
            throw new OtherAccountException(subject, account, session);
        }
    }
}
