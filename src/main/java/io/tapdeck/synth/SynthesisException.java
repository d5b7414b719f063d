package io.tapdeck.synth;

/** A definition could not be turned into templates. Both texts are for people. */
public final class SynthesisException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String remedy;

    /**
     * @param message one sentence: what went wrong
     * @param remedy one sentence: what to do about it
     */
    public SynthesisException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** One sentence: what to do about it. */
    public String remedy() {
        return remedy;
    }
}
