package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the times stand below a chart: at round local times, as many as have room. */
public final class TimeTicks {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6};

    private TimeTicks() {}

    /**
     * A time on the axis.
     *
     * @param x its pixel
     */
    public record Tick(double x, String label) {}

    /**
     * The ticks of an axis.
     *
     * @param room least distance between two ticks, in pixels
     */
    public static List<Tick> of(TimeScale scale, ZoneId zone, double room) {
        double minutes = Duration.between(scale.start(), scale.end()).toSeconds() / 60.0;
        double least = minutes * room / Math.max(1, scale.width());
        LocalDateTime day = scale.start().atZone(zone).toLocalDate().atStartOfDay();
        for (int step : MINUTES) {
            if (step >= least) {
                return ticks(scale, zone, day, step, ChronoUnit.MINUTES);
            }
        }
        for (int step : DAYS) {
            if (step * 1440 >= least) {
                long behind = Math.floorMod(day.toLocalDate().toEpochDay(), step);
                return ticks(scale, zone, day.minusDays(behind), step, ChronoUnit.DAYS);
            }
        }
        LocalDateTime year = day.withDayOfYear(1);
        for (int step : MONTHS) {
            if (step * 28 * 1440 >= least) {
                return ticks(scale, zone, year, step, ChronoUnit.MONTHS);
            }
        }
        return ticks(scale, zone, year, 12, ChronoUnit.MONTHS);
    }

    /**
     * Steps by the clock on the wall: when it is put forward, the hour that does not exist has no tick; when it is put
     * back, the hour that comes twice has its tick at the first.
     */
    private static List<Tick> ticks(TimeScale scale, ZoneId zone, LocalDateTime first, int step, ChronoUnit unit) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDateTime wall = first; ; wall = wall.plus(step, unit)) {
            ZonedDateTime at = wall.atZone(zone);
            if (at.toInstant().isAfter(scale.end())) {
                return ticks;
            }
            boolean exists = at.toLocalDateTime().equals(wall) || unit != ChronoUnit.MINUTES;
            if (exists && !at.toInstant().isBefore(scale.start())) {
                ticks.add(new Tick(scale.x(at.toInstant()), label(at, step, unit)));
            }
        }
    }

    private static String label(ZonedDateTime at, int step, ChronoUnit unit) {
        return switch (unit) {
            case MINUTES -> at.toLocalTime().equals(LocalTime.MIDNIGHT) ? WEEKDAY.format(at) : TIME.format(at);
            case DAYS -> (step <= 2 ? WEEKDAY : DAY).format(at);
            default -> at.getMonthValue() == 1 ? YEAR.format(at) : MONTH.format(at);
        };
    }
}
