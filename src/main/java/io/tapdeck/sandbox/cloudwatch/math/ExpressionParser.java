package io.tapdeck.sandbox.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression: sums of products of powers of numbers, ids, functions, lists and parentheses. */
final class ExpressionParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[A-Za-z_][A-Za-z0-9_]*|[-+*/^()\\[\\],])");

    /** Those of the guide's table that are served here. */
    private static final Set<String> FUNCTIONS = Set.of("AVG", "FILL", "MAX", "METRICS", "MIN", "SUM");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ExpressionParser(String text) throws ExpressionException {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw unexpected(text.substring(end).strip());
        }
    }

    static Expression parse(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.sum();
        if (parser.next < parser.tokens.size()) {
            throw unexpected(parser.peek());
        }
        return expression;
    }

    private Expression sum() throws ExpressionException {
        Expression left = product();
        while (peek().equals("+") || peek().equals("-")) {
            left = new Expression.Operation(take().charAt(0), left, product());
        }
        return left;
    }

    private Expression product() throws ExpressionException {
        Expression left = signed();
        while (peek().equals("*") || peek().equals("/")) {
            left = new Expression.Operation(take().charAt(0), left, signed());
        }
        return left;
    }

    private Expression signed() throws ExpressionException {
        if (peek().equals("-")) {
            take();
            return new Expression.Negation(signed());
        }
        Expression base = single();
        if (peek().equals("^")) {
            take();
            return new Expression.Operation('^', base, signed());
        }
        return base;
    }

    private Expression single() throws ExpressionException {
        String token = take();
        if (token.equals("(")) {
            Expression inner = sum();
            expect(")");
            return inner;
        }
        if (token.equals("[")) {
            return new Expression.Array(list("]"));
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Expression.Constant(Double.parseDouble(token));
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw unexpected(token);
        }
        if (peek().equals("(")) {
            take();
            if (!FUNCTIONS.contains(token)) {
                throw new ExpressionException("[Unsupported function '" + token + "']");
            }
            return new Expression.Call(token, list(")"));
        }
        return Character.isUpperCase(token.charAt(0)) ? new Expression.Keyword(token) : new Expression.Reference(token);
    }

    private List<Expression> list(String end) throws ExpressionException {
        List<Expression> elements = new ArrayList<>();
        while (!peek().equals(end)) {
            elements.add(sum());
            if (!peek().equals(end)) {
                expect(",");
            }
        }
        expect(end);
        return elements;
    }

    private void expect(String token) throws ExpressionException {
        String found = take();
        if (!found.equals(token)) {
            throw unexpected(found);
        }
    }

    private String take() throws ExpressionException {
        String token = peek();
        if (token.isEmpty()) {
            throw new ExpressionException("[Unexpected end of expression]");
        }
        next++;
        return token;
    }

    /** The next token; empty at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private static ExpressionException unexpected(String token) {
        return new ExpressionException("[Unexpected token '" + token + "']");
    }
}
