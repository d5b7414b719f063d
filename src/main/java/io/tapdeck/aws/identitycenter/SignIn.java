package io.tapdeck.aws.identitycenter;

import java.time.Instant;

/** Signs a person in. One object serves many sign-ins, one after the other. */
public interface SignIn {

    /**
     * Signs in and fills the token cache that the AWS CLI shares. Blocks until the person has answered; to cancel,
     * interrupt the thread. On a virtual thread that also drops a call that is on its way.
     *
     * @param listener told what happens, on the calling thread
     * @return until when the session is signed in
     * @throws SignInException if it came to nothing; the cache is then as it was
     */
    Instant run(SignInMethod method, SignInListener listener);
}
