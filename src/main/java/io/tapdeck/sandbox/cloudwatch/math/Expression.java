package io.tapdeck.sandbox.cloudwatch.math;

import java.util.List;

/** A parsed expression (user guide, "Using math expressions with CloudWatch metrics"). */
sealed interface Expression {

    /** A number. */
    record Constant(double value) implements Expression {}

    /** The id of a metric or of another expression. */
    record Reference(String id) implements Expression {}

    /** A word that a function knows, such as {@code REPEAT}. */
    record Keyword(String word) implements Expression {}

    /** The other sign. */
    record Negation(Expression operand) implements Expression {}

    /** One of {@code + - * / ^}. */
    record Operation(char operator, Expression left, Expression right) implements Expression {}

    /** Several in brackets. */
    record Array(List<Expression> elements) implements Expression {}

    /** A function, such as {@code SUM}. */
    record Call(String function, List<Expression> arguments) implements Expression {}
}
