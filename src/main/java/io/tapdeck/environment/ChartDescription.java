package io.tapdeck.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart on an environment's page.
 *
 * @param id stable, such as {@code capacity}
 * @param title the words on screen
 * @param metric what it shows
 * @param alarmId the {@link AlarmDescription#id} of the alarm whose threshold is drawn, or null
 * @param needs without which there is nothing to show; null if nothing is needed
 * @param members what the metric sums up or averages, each a further line; empty where there is nothing to tell apart
 */
public record ChartDescription(
        String id,
        String title,
        MetricDescription metric,
        @Nullable String alarmId,
        @Nullable SettingCondition needs,
        List<Member> members) {
    public ChartDescription {
        members = List.copyOf(members);
    }

    /** A chart of one line. */
    public ChartDescription(
            String id,
            String title,
            MetricDescription metric,
            @Nullable String alarmId,
            @Nullable SettingCondition needs) {
        this(id, title, metric, alarmId, needs, List.of());
    }

    /**
     * One of those that a chart's metric is about, such as the writer of a cluster.
     *
     * @param label the word on screen, such as "writer"
     * @param metric of it alone, in the unit of the chart
     */
    public record Member(String label, MetricDescription metric) {}
}
