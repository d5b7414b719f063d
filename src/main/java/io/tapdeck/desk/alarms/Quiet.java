package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Until when news of alarms are listed only, and not told.
 *
 * @param until by this computer's clock, since it is about the people at it; {@link Instant#MAX} for always
 */
public record Quiet(Instant until) {
    /** News are told. */
    public static final Quiet OFF = new Quiet(Instant.MIN);

    /** News are never told. */
    public static final Quiet ALWAYS = new Quiet(Instant.MAX);

    /** When people are at work again. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** From now on for an hour. */
    public static Quiet forAnHour(Instant now) {
        return new Quiet(now.plus(Duration.ofHours(1)));
    }

    /** Until eight in the morning of the next day. */
    public static Quiet untilTomorrow(Instant now, ZoneId zone) {
        return new Quiet(now.atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(zone)
                .toInstant());
    }

    /** Whether it is quiet. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }

    /** "quiet", "quiet until 08:00", or nothing where it is off. */
    public String words(ZoneId zone) {
        if (equals(OFF)) {
            return "";
        }
        return equals(ALWAYS) ? "quiet" : "quiet until " + TimeText.minute(until, zone);
    }

    /** As it is kept. */
    String text() {
        return until.toString();
    }

    /** What was kept; off if that cannot be read. */
    static Quiet of(String text) {
        try {
            return new Quiet(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return OFF;
        }
    }
}
