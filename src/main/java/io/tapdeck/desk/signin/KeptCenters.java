package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Identity Centers that somebody has added here, as a text of the store: a line for each, its parts behind tabs. */
final class KeptCenters {
    /** The store's preference. */
    static final String PREFERENCE = "sessions.centers";

    private KeptCenters() {}

    static String text(Collection<SsoSession> centers) {
        return centers.stream()
                .map(center -> Stream.of(center.title(), center.startUrl(), center.region())
                        .map(part -> part.replaceAll("\\s", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** What a text says; lines that nobody can mean are left out. */
    static List<SsoSession> of(String text) {
        return text.lines()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .filter(parts -> parts.size() >= 3)
                .map(parts -> new SsoSession(parts.get(0), parts.get(1), parts.get(2), List.of()))
                .toList();
    }
}
