package io.tapdeck.environment;

import org.jspecify.annotations.Nullable;

/**
 * A chart on an environment's page.
 *
 * @param id stable, such as {@code capacity}
 * @param title the words on screen
 * @param metric what it shows
 * @param alarmId the {@link AlarmDescription#id} of the alarm whose threshold is drawn, or null
 * @param needs without which there is nothing to show; null if nothing is needed
 */
public record ChartDescription(
        String id,
        String title,
        MetricDescription metric,
        @Nullable String alarmId,
        @Nullable SettingCondition needs) {}
