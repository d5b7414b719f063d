package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.Leftover;

/** What is left of an environment in words, with the command that deals with it. */
final class LeftoverText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final TargetOptions target;

    LeftoverText(TargetOptions target) {
        this.target = target;
    }

    /** For people. */
    String lines(Leftover left) {
        return "Left: %s (%s, %s, since %s)%n  %s%n  %s"
                .formatted(
                        left.name(),
                        word(left.kind()),
                        left.region(),
                        Times.local(left.since()),
                        left.words(),
                        command(left));
    }

    /** For programs. */
    ObjectNode describe(Leftover left) {
        return JSON.createObjectNode()
                .put("leftover", left.kind().name())
                .put("suffix", left.environment().suffix().value())
                .put("blueprint", left.environment().blueprint())
                .put("account", left.environment().account())
                .put("region", left.region())
                .put("name", left.name())
                .put("since", left.since().toString())
                .put("words", left.words())
                .put("command", command(left));
    }

    private static String word(Leftover.Kind kind) {
        return switch (kind) {
            case SHELL -> "empty stack";
            case PART -> "stack without its environment";
            case SEED -> "stack of the original code";
            case SNAPSHOT -> "snapshot";
        };
    }

    private String command(Leftover left) {
        String named = "--blueprint %s --suffix %s"
                .formatted(left.environment().blueprint(), left.environment().suffix());
        String where = target.in(left.region());
        return switch (left.kind()) {
            case SHELL -> "tapdeck recover %s %s".formatted(named, where);
            case PART -> "tapdeck destroy %s %s".formatted(named, where);
            case SEED -> "tapdeck deploy %s --adopt %s %s".formatted(named, left.name(), where);
            case SNAPSHOT -> "tapdeck deploy %s --set restoreFrom=%s %s".formatted(named, left.name(), where);
        };
    }
}
