package io.tapdeck.sandbox.cloudwatch.math;

/** An expression that CloudWatch would not take. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    /** With what is wrong, as words that follow "Error in expression 'e1'". */
    public ExpressionException(String problem) {
        super(problem);
    }

    /** What is wrong. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
