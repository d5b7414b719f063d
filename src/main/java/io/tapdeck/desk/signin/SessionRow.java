package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.SessionChoice;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sessions page.
 *
 * @param via through what it is reached; null for an Identity Center, in which accounts and roles are chosen
 * @param what it is, such as "access key AKIA…7QXM"
 * @param state such as "signed in"
 * @param stateRole the state's style class
 * @param below more of the state, such as "until 14:30"
 * @param center where somebody signs in for it, or null
 * @param account 12 digits as far as the files say, or null
 * @param region the profile's own, or null
 * @param trouble why it cannot be used, with what to do about it; empty if it can
 * @param marks what is true of it in the desk, such as "open"; may be empty
 */
record SessionRow(
        SessionChoice.@Nullable Via via,
        String title,
        Icons icon,
        String what,
        Icons stateIcon,
        String state,
        String stateRole,
        String below,
        @Nullable SsoSession center,
        @Nullable String account,
        @Nullable String region,
        String trouble,
        String marks)
        implements SessionLine {

    /** Whether somebody has to sign in before it can be used. */
    boolean waitsForSignIn() {
        return center != null && !stateRole.equals(SessionRows.GOOD);
    }

    /** Whether it is the same session, whatever its state. */
    boolean same(SessionRow other) {
        return Objects.equals(via, other.via) && (via != null || Objects.equals(center, other.center));
    }

    boolean matches(String words) {
        String all = Stream.of(title, what, state, below, marks, account, region)
                .filter(Objects::nonNull)
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(word -> all.contains(word) || all.replace("-", "").contains(word));
    }

    /** All of it in one sentence, for whoever does not see it. */
    String spoken() {
        return Stream.of(title, what, state, below, marks)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse(title);
    }
}
