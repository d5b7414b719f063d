package io.tapdeck.desk.common;

import io.tapdeck.aws.identitycenter.SsoSession;
import org.jspecify.annotations.Nullable;

/**
 * A session as somebody chooses it: through what, in which region, and whether to change anything. Holds nothing secret, so
 * it can be kept.
 *
 * @param region such as {@code eu-west-1}; null follows the profile
 * @param readOnly whether nothing may be changed
 */
public record SessionChoice(Via via, @Nullable String region, boolean readOnly) {

    /** Through what an account is reached. */
    public sealed interface Via {
        /** What it is called on screen. */
        String title();
    }

    /** What Tapdeck brings along; nobody signs in to it. */
    public record BuiltIn(String title) implements Via {}

    /** A profile of the AWS files, or the environment's own credentials. */
    public record Profile(String title) implements Via {}

    /**
     * A role in an account of IAM Identity Center that is used without a profile.
     *
     * @param account 12 digits
     */
    public record Role(SsoSession center, String account, String role) implements Via {
        /** As the AWS CLI would name a profile of it. */
        @Override
        public String title() {
            return role + "-" + account;
        }
    }

    /** The same in another region. */
    public SessionChoice in(String other) {
        return new SessionChoice(via, other, readOnly);
    }

    /** Whether a session that is open is this one: each region of it is a session of its own. */
    boolean reaches(DeskServices open) {
        SessionChoice chosen = open.choice();
        return chosen != null
                && chosen.via().equals(via)
                && (region == null || region.equals(open.session().region()));
    }
}
