package io.tapdeck.sandbox.cloudwatch.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Reads a rule: NOT binds closest, then AND, then OR (user guide, "Rule expressions"). */
final class AlarmRuleParser {

    /** A state with its alarm, whose name may stand in quotes or bare; a word; a parenthesis. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^\\s()\"]+))\\s*\\)"
                    + "|(AND|OR|NOT|TRUE|FALSE)\\b|([()]))");

    private record Token(String word, String alarm) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private AlarmRuleParser(String text) throws AlarmRuleException {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            tokens.add(token(matcher));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new AlarmRuleException("unexpected '" + text.substring(end).strip() + "'");
        }
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(1) == null) {
            return new Token(matcher.group(4) == null ? matcher.group(5) : matcher.group(4), "");
        }
        String quoted = matcher.group(2);
        return new Token(matcher.group(1), quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }

    static AlarmRule parse(String text) throws AlarmRuleException {
        AlarmRuleParser parser = new AlarmRuleParser(text);
        AlarmRule rule = parser.alternatives();
        if (parser.next < parser.tokens.size()) {
            throw new AlarmRuleException("unexpected '" + parser.peek() + "'");
        }
        return rule;
    }

    private AlarmRule alternatives() throws AlarmRuleException {
        AlarmRule left = conjunction();
        while (peek().equals("OR")) {
            next++;
            left = new AlarmRule.Or(left, conjunction());
        }
        return left;
    }

    private AlarmRule conjunction() throws AlarmRuleException {
        AlarmRule left = single();
        while (peek().equals("AND")) {
            next++;
            left = new AlarmRule.And(left, single());
        }
        return left;
    }

    private AlarmRule single() throws AlarmRuleException {
        String word = peek();
        if (word.isEmpty()) {
            throw new AlarmRuleException("unexpected end");
        }
        Token token = tokens.get(next++);
        return switch (word) {
            case "NOT" -> new AlarmRule.Not(single());
            case "TRUE", "FALSE" -> new AlarmRule.Constant(word.equals("TRUE"));
            case "ALARM", "OK", "INSUFFICIENT_DATA" -> new AlarmRule.InState(StateValue.fromValue(word), token.alarm);
            case "(" -> inParentheses();
            default -> throw new AlarmRuleException("unexpected '" + word + "'");
        };
    }

    private AlarmRule inParentheses() throws AlarmRuleException {
        AlarmRule inner = alternatives();
        if (!peek().equals(")")) {
            throw new AlarmRuleException("')' is missing");
        }
        next++;
        return inner;
    }

    /** The next word; empty at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next).word : "";
    }
}
