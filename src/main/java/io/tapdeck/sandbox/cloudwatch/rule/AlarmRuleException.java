package io.tapdeck.sandbox.cloudwatch.rule;

/** A text that is not the rule of a composite alarm. */
public final class AlarmRuleException extends Exception {
    private static final long serialVersionUID = 1;

    AlarmRuleException(String problem) {
        super(problem);
    }
}
