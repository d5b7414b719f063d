package io.tapdeck.desk.home;

import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The left of the status bar: to what we are connected, how old the data is, and that it is late if it is. */
final class StatusWords {
    private StatusWords() {}

    static String of(String connection, Knowledge known, boolean reading, Instant now, Instant due, String pace) {
        Instant asOf = known.asOf();
        String next = next(reading, Duration.between(now, due), pace);
        if (known.failure() != null) {
            String age = asOf == null ? "Nothing was read yet" : "As of " + age(asOf, now);
            return "%s. %s; %s, %s".formatted(connection, age, silent(known.silent()), next);
        }
        if (known.fromStore()) {
            return asOf == null
                    ? connection + ", reading now"
                    : "%s. As of %s, reading now".formatted(connection, age(asOf, now));
        }
        return asOf == null ? connection : "%s. Read %s, %s".formatted(connection, age(asOf, now), next);
    }

    private static String next(boolean reading, Duration left, String pace) {
        if (reading) {
            return "reading now";
        }
        return pace.isEmpty() ? "next in " + TimeText.exact(left) : pace;
    }

    private static String silent(List<String> sources) {
        return switch (sources.size()) {
            case 0 -> "AWS does not answer";
            case 1 -> sources.getFirst() + " does not answer";
            default -> sources.size() + " regions do not answer";
        };
    }

    private static String age(Instant asOf, Instant now) {
        Duration age = Duration.between(asOf, now);
        return age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago";
    }
}
