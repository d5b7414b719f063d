package io.tapdeck.aws;

/** AWS cannot be used as asked. Both texts are for people and hold no secret. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is: what a caller may do about it by itself. */
    public enum Kind {
        /** No credentials, or they have expired: sign in again. */
        NEEDS_SIGN_IN,
        /** Nobody answers, what answers is not AWS, or it believes no call because of this computer's clock. */
        UNREACHABLE,
        /** The caller may not do this. */
        DENIED,
        /** The profile, region or endpoint cannot be meant. */
        WRONG_TARGET,
        /** Anything else. */
        OTHER
    }

    private final String remedy;
    private final Kind kind;

    /**
     * @param message one sentence: what went wrong, with AWS's words where there are any
     * @param remedy one sentence: what to do about it
     */
    public AwsException(String message, String remedy, Kind kind, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.kind = kind;
    }

    /** As above, where nothing was thrown. */
    public AwsException(String message, String remedy, Kind kind) {
        super(message);
        this.remedy = remedy;
        this.kind = kind;
    }

    /** One sentence: what to do about it. */
    public String remedy() {
        return remedy;
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }
}
