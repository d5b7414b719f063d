package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.ValueText;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.Problem;
import java.math.BigDecimal;
import java.util.Optional;

/** An alarm's threshold as it is typed beside its chart: a share in percent, as the chart has it; all else as AWS has it. */
final class TypedThreshold {
    /** As many decimal places a share moves to be read in percent. */
    private static final int PERCENT = 2;

    private final AlarmDescription read;
    private final int places;

    TypedThreshold(AlarmDescription alarm) {
        places = alarm.metric().isShare() ? PERCENT : 0;
        read = places == 0 ? alarm : inPercent(alarm);
    }

    private static AlarmDescription inPercent(AlarmDescription alarm) {
        MetricDescription metric = alarm.metric();
        return new AlarmDescription(
                alarm.id(),
                alarm.title(),
                alarm.logicalId(),
                new MetricDescription(metric.name(), metric.parts(), metric.statistic(), ValueText.unit(metric.unit())),
                alarm.minimum().scaleByPowerOfTen(PERCENT),
                alarm.maximum().scaleByPowerOfTen(PERCENT),
                alarm.step().scaleByPowerOfTen(PERCENT),
                alarm.defaults(),
                alarm.needs());
    }

    /** What stands behind it. */
    String unit() {
        return read.metric().unit();
    }

    /** The text of a threshold. */
    String text(BigDecimal threshold) {
        return threshold.movePointRight(places).stripTrailingZeros().toPlainString();
    }

    /** Why a text is no threshold of the alarm; empty if it is one. */
    Optional<Problem> problem(String text) {
        return Optional.ofNullable(read.thresholdProblem(text));
    }

    /** The threshold of a text that has no problem. */
    BigDecimal threshold(String text) {
        return new BigDecimal(text.strip()).movePointLeft(places);
    }
}
