package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.MetricDescription;
import java.time.Duration;

/** A measured value with its unit: seconds as a duration, bytes in powers of 1024, else the number and its unit. */
public final class Amount {
    /** The unit of durations. */
    static final String SECONDS = "s";

    /** The unit of sizes. */
    static final String BYTES = "B";

    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Amount() {}

    /** The words, such as "80 %", "1 h 30 min", "1.5 GiB" or "286". */
    public static String of(double value, String unit) {
        return switch (unit) {
            case SECONDS -> duration(value);
            case BYTES -> {
                int power = power(value);
                yield ValueText.of(value / Math.pow(1024, power), SIZES[power]);
            }
            default -> ValueText.of(value, unit);
        };
    }

    /** Whether the words of a value carry its unit, so that it need not stand behind them. */
    public static boolean spellsUnit(String unit) {
        return unit.equals(SECONDS) || unit.equals(BYTES) || unit.equals(MetricDescription.SHARE);
    }

    private static String duration(double seconds) {
        return seconds < 60
                ? ValueText.of(seconds, SECONDS)
                : TimeText.exact(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** How many times 1024 goes into a size. */
    static int power(double bytes) {
        int power = 0;
        for (double rest = Math.abs(bytes); rest >= 1024 && power < SIZES.length - 1; rest /= 1024) {
            power++;
        }
        return power;
    }

    /** The name of a power of 1024 bytes. */
    static String size(int power) {
        return SIZES[power];
    }
}
