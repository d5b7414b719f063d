package io.tapdeck.desk.watch.tune;

import io.tapdeck.environment.AlarmDescription;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far an arrow key moves a threshold: a round number near one percent of it, on the alarm's own steps. */
final class TuneStep {
    private static final int[] ROUND = {1, 2, 5, 10};
    private static final BigDecimal PARTS = BigDecimal.valueOf(80);

    private TuneStep() {}

    /** 1 for 80 %, 0.1 for 7.8 ACU, 10 for 600 s. */
    static BigDecimal of(AlarmDescription alarm, BigDecimal threshold) {
        BigDecimal wanted = threshold.abs().divide(PARTS, 6, RoundingMode.HALF_UP);
        if (wanted.compareTo(alarm.step()) <= 0) {
            return alarm.step();
        }
        BigDecimal decade = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        for (int round : ROUND) {
            BigDecimal step = decade.multiply(BigDecimal.valueOf(round));
            boolean allowed = step.remainder(alarm.step()).signum() == 0;
            if (allowed && step.compareTo(wanted) >= 0) {
                return step;
            }
        }
        return alarm.step();
    }
}
