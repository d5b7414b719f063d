package io.tapdeck.environment;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that a blueprint offers. All of them fire at or above their threshold
 * ({@code GreaterThanOrEqualToThreshold}).
 *
 * @param id stable, camel case, such as {@code utilization}: the name in definition files
 * @param title the words on screen, such as "ACU utilization"
 * @param logicalId the alarm's logical id in the template, without CDK's hash, such as {@code HighACUUtilization}
 * @param metric what it looks at
 * @param minimum least threshold
 * @param maximum greatest threshold
 * @param step of the threshold
 * @param defaults the rule of a new draft before a preset is applied
 * @param needs without which the alarm is not in the template, whatever its rule says; null if nothing is needed
 */
public record AlarmDescription(
        String id,
        String title,
        String logicalId,
        MetricDescription metric,
        BigDecimal minimum,
        BigDecimal maximum,
        BigDecimal step,
        AlarmRule defaults,
        @Nullable SettingCondition needs) {

    /** What is wrong with a text as the alarm's threshold, or null. */
    public @Nullable Problem thresholdProblem(String text) {
        return Numbers.problem(
                "alarm." + id + ".threshold", "The threshold", text, minimum, maximum, step, metric.plainUnit());
    }

    /** Whether an environment of these settings, values by key, can have the alarm. */
    public boolean possible(Map<String, String> settings) {
        return needs == null || needs.holds(settings);
    }
}
