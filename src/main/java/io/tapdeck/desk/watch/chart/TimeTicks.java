package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.LocalDate;
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
        ZonedDateTime start = scale.start().atZone(zone);
        for (int step : MINUTES) {
            if (step >= least) {
                ZonedDateTime first = start.truncatedTo(ChronoUnit.DAYS);
                return ticks(scale, first, step, ChronoUnit.MINUTES);
            }
        }
        for (int step : DAYS) {
            if (step * 1440 >= least) {
                long day = start.toLocalDate().toEpochDay();
                return ticks(
                        scale,
                        LocalDate.ofEpochDay(day - Math.floorMod(day, step)).atStartOfDay(zone),
                        step,
                        ChronoUnit.DAYS);
            }
        }
        ZonedDateTime year = start.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        for (int step : MONTHS) {
            if (step * 28 * 1440 >= least) {
                return ticks(scale, year, step, ChronoUnit.MONTHS);
            }
        }
        return ticks(scale, year, 12, ChronoUnit.MONTHS);
    }

    private static List<Tick> ticks(TimeScale scale, ZonedDateTime first, int step, ChronoUnit unit) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = first;
        while (!at.toInstant().isAfter(scale.end())) {
            if (!at.toInstant().isBefore(scale.start())) {
                ticks.add(new Tick(scale.x(at.toInstant()), label(at, unit)));
            }
            at = at.plus(step, unit);
        }
        return ticks;
    }

    private static String label(ZonedDateTime at, ChronoUnit unit) {
        return switch (unit) {
            case MINUTES -> TIME.format(at);
            case DAYS -> DAY.format(at);
            default -> at.getMonthValue() == 1 ? YEAR.format(at) : MONTH.format(at);
        };
    }
}
