package io.tapdeck.desk.home;

import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.Instant;

/** The left of the status bar: to what we are connected, how old the data is, and that it is late if it is. */
final class StatusWords {
    private StatusWords() {}

    static String of(String connection, HomeModel.Knowledge known, boolean reading, Instant now, Instant due) {
        Instant asOf = known.asOf();
        String next = reading ? "reading now" : "next in " + TimeText.exact(Duration.between(now, due));
        if (known.failure() != null) {
            String age = asOf == null ? "Nothing was read yet" : "As of " + age(asOf, now);
            return "%s. %s; AWS does not answer, %s".formatted(connection, age, next);
        }
        if (known.fromStore()) {
            return asOf == null
                    ? connection + ", reading now"
                    : "%s. As of %s, reading now".formatted(connection, age(asOf, now));
        }
        return asOf == null ? connection : "%s. Read %s, %s".formatted(connection, age(asOf, now), next);
    }

    private static String age(Instant asOf, Instant now) {
        Duration age = Duration.between(asOf, now);
        return age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago";
    }
}
