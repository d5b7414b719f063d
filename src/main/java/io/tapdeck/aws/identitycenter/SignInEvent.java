package io.tapdeck.aws.identitycenter;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens during a sign-in, in the order of its happening. None of them holds a token, a secret or a code of OAuth. */
public sealed interface SignInEvent {

    /**
     * Tapdeck is known to Identity Center.
     *
     * @param until when it has to register anew
     */
    record Registered(Instant until) implements SignInEvent {}

    /**
     * A code that the page in the browser shows or asks for.
     *
     * @param userCode as it is to be typed, such as {@code WDJB-MJHT}
     * @param verification the page without the code, short enough to be typed
     * @param complete the page with the code filled in
     * @param endsAt when the code is no longer taken
     */
    record CodeToShow(String userCode, URI verification, URI complete, Instant endsAt) implements SignInEvent {}

    /**
     * The page on which the person allows the sign-in.
     *
     * @param page with what the browser needs, such as state and challenge, which are no secrets
     * @param opened whether this computer's browser was told to open it; if not, somebody has to
     */
    record PageToOpen(URI page, boolean opened) implements SignInEvent {}

    /**
     * The person has not answered yet.
     *
     * @param nextAsk when Identity Center is asked again; null if the browser brings the answer
     * @param endsAt when the sign-in is given up
     */
    record Waiting(@Nullable Instant nextAsk, Instant endsAt) implements SignInEvent {}

    /**
     * Identity Center wants to be asked less often.
     *
     * @param interval between two asks from now on
     */
    record SlowedDown(Duration interval) implements SignInEvent {}

    /**
     * Identity Center could not be asked this time; it is asked again.
     *
     * @param reason a sentence
     */
    record NotHeard(String reason) implements SignInEvent {}

    /**
     * The browser cannot be used; a device code is.
     *
     * @param reason a sentence
     */
    record FellBack(String reason) implements SignInEvent {}

    /**
     * Done.
     *
     * @param until when the session ends unless it is refreshed
     */
    record SignedIn(Instant until) implements SignInEvent {}
}
