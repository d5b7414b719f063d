package io.tapdeck.aws.identitycenter;

/** Hears how a sign-in goes. */
@FunctionalInterface
public interface SignInListener {
    /** Called on the thread that signs in; it must not block for long. */
    void on(SignInEvent event);
}
