package io.tapdeck.aws.identitycenter;

/** A sign-in came to nothing. Both texts are for people and hold no secret. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why: what a caller may offer next. */
    public enum Why {
        /** The person or an administrator said no. */
        REFUSED,
        /** The code or the ten minutes of the page ran out: offer a new one. */
        EXPIRED,
        /** Somebody stopped it. */
        CANCELLED,
        /** Identity Center does not answer. */
        UNREACHABLE,
        /** The start URL, the region or the scopes cannot be meant. */
        WRONG_SESSION,
        /** Anything else, such as a token cache that cannot be written. */
        FAILED
    }

    private final Why why;
    private final String remedy;

    /**
     * A failure; what AWS threw is not kept as a cause, since nobody answers for its text.
     *
     * @param message one sentence: what went wrong
     * @param remedy one sentence: what to do about it
     */
    public SignInException(Why why, String message, String remedy) {
        super(message);
        this.why = why;
        this.remedy = remedy;
    }

    /** Why it came to nothing. */
    public Why why() {
        return why;
    }

    /** One sentence: what to do about it. */
    public String remedy() {
        return remedy;
    }
}
