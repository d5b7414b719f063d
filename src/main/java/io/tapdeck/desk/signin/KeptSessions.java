package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.SsoSessions;
import io.tapdeck.desk.common.SessionChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which sessions were open, as a text of the store: a line for each, its parts behind tabs. Never a secret. */
final class KeptSessions {
    /** The store's preference. */
    static final String PREFERENCE = "sessions.open";

    private static final String READ_ONLY = "read-only";
    private static final String NONE = "-";

    private KeptSessions() {}

    static String text(List<SessionChoice> choices) {
        return choices.stream().map(KeptSessions::line).distinct().collect(Collectors.joining("\n"));
    }

    private static String line(SessionChoice choice) {
        Stream<@Nullable String> via = switch (choice.via()) {
            case SessionChoice.BuiltIn(String title) -> Stream.of("built-in", title);
            case SessionChoice.Profile(String title) -> Stream.of("profile", title);
            case SessionChoice.Role(SsoSession center, String account, String role) ->
                Stream.of(
                        "role",
                        account,
                        role,
                        center.name(),
                        center.startUrl(),
                        center.region(),
                        String.join(",", center.scopes()));
        };
        return Stream.concat(Stream.of(choice.readOnly() ? READ_ONLY : NONE, choice.region()), via)
                .map(part -> part == null ? NONE : part.replaceAll("\\s", " "))
                .collect(Collectors.joining("\t"));
    }

    /** What a text says; lines that nobody can mean are left out. */
    static List<SessionChoice> of(String text) {
        return text.lines().flatMap(line -> choice(line).stream()).toList();
    }

    private static Optional<SessionChoice> choice(String line) {
        List<String> parts = Arrays.asList(line.split("\t", -1));
        if (parts.size() < 4) {
            return Optional.empty();
        }
        SessionChoice.@Nullable Via via = switch (parts.get(2)) {
            case "built-in" -> new SessionChoice.BuiltIn(parts.get(3));
            case "profile" -> new SessionChoice.Profile(parts.get(3));
            case "role" ->
                parts.size() < 8
                        ? null
                        : new SessionChoice.Role(
                                new SsoSession(
                                        named(parts.get(5)),
                                        parts.get(6),
                                        parts.get(7),
                                        parts.size() < 9 ? List.of() : SsoSessions.scopes(parts.get(8))),
                                parts.get(3),
                                parts.get(4));
            default -> null;
        };
        return Optional.ofNullable(via)
                .map(found -> new SessionChoice(
                        found, named(parts.get(1)), parts.getFirst().equals(READ_ONLY)));
    }

    private static @Nullable String named(String part) {
        return part.equals(NONE) ? null : part;
    }
}
