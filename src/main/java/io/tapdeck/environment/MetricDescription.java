package io.tapdeck.environment;

import java.util.List;

/**
 * What an alarm or a chart looks at: one CloudWatch metric, or the sum of several (metric math {@code SUM}).
 *
 * @param name the words for it: the metric's name, or what the sum means, such as {@code ThrottleEvents}
 * @param parts at least one; at most ten, the most that an alarm takes (CloudWatch user guide, "Create an alarm based on a
 *     metric math expression")
 * @param statistic of each part, such as {@code Average}
 * @param unit what follows a value on screen, such as "ACU" or "%"; empty for plain counts; {@link #SHARE}
 */
public record MetricDescription(String name, List<Part> parts, String statistic, String unit) {
    /**
     * The unit of a share: AWS, templates and definitions have it from 0 to 1, people read it in percent.
     */
    public static final String SHARE = "share";

    /**
     * One metric.
     *
     * @param namespace such as {@code AWS/RDS}
     * @param name such as {@code ACUUtilization}
     * @param dimensions in the order in which they are shown
     */
    public record Part(String namespace, String name, List<MetricDimension> dimensions) {
        public Part {
            dimensions = List.copyOf(dimensions);
        }
    }

    public MetricDescription {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > 10) {
            throw new IllegalArgumentException(parts.size() + " metrics in " + name);
        }
    }

    /** One metric of one dimension. */
    public static MetricDescription of(
            String namespace, String name, String statistic, MetricDimension dimension, String unit) {
        return new MetricDescription(name, List.of(new Part(namespace, name, List.of(dimension))), statistic, unit);
    }

    /** Whether it is a sum of several metrics. */
    public boolean isSum() {
        return parts.size() > 1;
    }

    /** What follows a value as AWS and definitions have it: nothing where that is a share. */
    public String plainUnit() {
        return isShare() ? "" : unit;
    }

    /** Whether people read its values in percent although AWS has them from 0 to 1. */
    public boolean isShare() {
        return unit.equals(SHARE);
    }

    /** The first part's namespace. */
    public String namespace() {
        return parts.getFirst().namespace();
    }
}
