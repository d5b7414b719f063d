package io.tapdeck.environment;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a draft.
 *
 * @param field the field it belongs to: {@code suffix}, a setting's key, {@code alarm.<id>.threshold} and its siblings
 *     (see {@link AlarmDraft}), or {@code recipients.<index>}
 * @param message one sentence or two: what is wrong and how to mend it
 * @param fix a value that would mend it, or null where none can be guessed
 */
public record Problem(
        String field, String message, @Nullable Fix fix) {

    /** A problem without a proposed value. */
    public Problem(String field, String message) {
        this(field, message, null);
    }

    /**
     * A value that mends a field.
     *
     * @param label the words on the button, such as "Use qa-7-eu"
     * @param field the field to set; not always the one that has the problem
     * @param value the text to put into it
     */
    public record Fix(String label, String field, String value) {}
}
