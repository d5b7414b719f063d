package io.tapdeck.deploy.stack;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Client request tokens: AWS knows a repeated request by its token and writes it into every event of the operation. An
 * execution's token begins with the change set's name, so that whoever attaches to it finds what it changes.
 */
public final class RequestTokens {
    private static final Pattern EXECUTION = Pattern.compile("(tapdeck-[0-9a-f]+)-execute-.*");

    /** What the names of Tapdeck's change sets and tokens begin with. */
    public static final String PREFIX = "tapdeck-";

    private RequestTokens() {}

    /** A name for a new change set, unlike any other. */
    public static String changeSetName(UUID unique) {
        return PREFIX + unique.toString().substring(0, 6);
    }

    /** A change set has one token in an operation, so that it runs once however often its execution is asked for. */
    public static String execute(String changeSetName, String operationId) {
        return changeSetName + "-execute-" + operationId;
    }

    /** What is done to a stack otherwise, such as {@code delete}. */
    public static String of(String what) {
        return PREFIX + what + "-" + UUID.randomUUID();
    }

    /** The name of the change set whose execution has that token. */
    public static Optional<String> executed(@Nullable String token) {
        Matcher matcher = EXECUTION.matcher(token == null ? "" : token);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
