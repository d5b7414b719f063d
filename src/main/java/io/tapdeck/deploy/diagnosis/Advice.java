package io.tapdeck.deploy.diagnosis;

import io.tapdeck.deploy.Remedy;
import java.util.List;

/**
 * What a failure means and what can be done.
 *
 * @param meaning one or two sentences
 * @param remedies the safest useful one first
 */
public record Advice(String meaning, List<Remedy> remedies) {
    private static final Remedy AGAIN = new Remedy("Deploy again.", Remedy.Action.DEPLOY_AGAIN);
    private static final Remedy OTHER_SUFFIX = new Remedy("Use another suffix.", Remedy.Action.OTHER_SUFFIX);

    public Advice {
        remedies = List.copyOf(remedies);
    }

    Advice(String meaning, Remedy... remedies) {
        this(meaning, List.of(remedies));
    }

    /** Deploy the same again. */
    static Remedy again() {
        return AGAIN;
    }

    /** As {@link #again()}, and when. */
    static Remedy again(String words) {
        return new Remedy(words, Remedy.Action.DEPLOY_AGAIN);
    }

    /** Begin anew under another name. */
    static Remedy otherSuffix() {
        return OTHER_SUFFIX;
    }

    /** Change a setting. */
    static Remedy settings(String words) {
        return new Remedy(words, Remedy.Action.CHANGE_SETTINGS);
    }

    /** Look at how the stacks stand, and choose. */
    static Remedy recover(String words) {
        return new Remedy(words, Remedy.Action.RECOVER);
    }

    /** What is done in AWS, or by somebody else. */
    static Remedy elsewhere(String words) {
        return Remedy.elsewhere(words);
    }
}
