package io.tapdeck.desk.watch.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleConsumer;

/**
 * How the alarm's threshold may be moved on its chart, and who hears of it.
 *
 * @param step to which values are rounded, above 0
 * @param least lowest value
 * @param most highest value
 * @param moving hears each value while it is dragged or moved by keys
 * @param released hears the value on which it was let go, by the mouse or after each key
 * @param dropped hears after that that it was the mouse, so that no further step is expected
 */
public record ThresholdDrag(
        double step, double least, double most, DoubleConsumer moving, DoubleConsumer released, Runnable dropped) {
    public ThresholdDrag {
        if (!(step > 0) || least > most) {
            throw new IllegalArgumentException("step " + step + " from " + least + " to " + most);
        }
    }

    /** The nearest value that is allowed. */
    double round(double value) {
        // Decimal, so that 0.05 and three steps of 0.01 are 0.08 and not a bit more.
        BigDecimal size = BigDecimal.valueOf(step);
        BigDecimal steps = BigDecimal.valueOf(value).divide(size, 0, RoundingMode.HALF_UP);
        return Math.clamp(steps.multiply(size).doubleValue(), least, most);
    }
}
