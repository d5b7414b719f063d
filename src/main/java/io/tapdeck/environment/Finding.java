package io.tapdeck.environment;

import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about a valid definition; it never stops a deployment.
 *
 * @param id stable, for tests and suppression, such as {@code performance-insights-below-2-acu}
 * @param severity how loud it is
 * @param title a few words
 * @param text one or two sentences: the rule and its consequence
 * @param fix a change of one field that ends the finding, or null
 */
public record Finding(String id, Severity severity, String title, String text, Problem.@Nullable Fix fix) {

    /** How loud a finding is. */
    public enum Severity {
        /** Read it before deploying. */
        WARNING,
        /** Good to know. */
        NOTE
    }
}
