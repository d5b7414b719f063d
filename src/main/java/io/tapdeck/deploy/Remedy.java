package io.tapdeck.deploy;

/**
 * What can be done about a failure.
 *
 * @param words one sentence that begins with a verb
 * @param action what a button beside it does
 */
public record Remedy(String words, Action action) {

    /** What a remedy comes to in Tapdeck. */
    public enum Action {
        /** Nothing here does it: it is done in AWS, or by somebody else. */
        ELSEWHERE,
        /** Synthesize, review and deploy the same definition again. */
        DEPLOY_AGAIN,
        /** Change a setting of the definition, then review. */
        CHANGE_SETTINGS,
        /** Begin a new environment with the same settings under another suffix. */
        OTHER_SUFFIX,
        /** Look at how the stacks stand and choose: continue, roll back, delete. */
        RECOVER,
        /** Destroy the environment. */
        DESTROY
    }

    /** A remedy that nothing in Tapdeck does. */
    public static Remedy elsewhere(String words) {
        return new Remedy(words, Action.ELSEWHERE);
    }
}
