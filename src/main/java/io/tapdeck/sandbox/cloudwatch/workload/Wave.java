package io.tapdeck.sandbox.cloudwatch.workload;

import java.util.List;

/**
 * A metric that comes from data alone: a value every minute for each resource of a type, that rises and falls over the day.
 * The file {@code assets/sandbox/workload-<blueprint>.json} lists them under {@code waves}; they hold for the resources of
 * stacks that carry the tag {@code tapdeck:blueprint} with that blueprint. Not for metrics that another workload gives.
 *
 * @param resourceType CloudFormation's type
 * @param dimension name of the metric's dimension
 * @param value what the dimension's value is: {@code Ref}, or an attribute as of {@code Fn::GetAtt}
 * @param unit as CloudWatch names it
 * @param base the value at midnight UTC, without noise
 * @param amplitude what noon UTC adds to it
 * @param noise largest distance from the smooth value, as a share of it
 * @param spikes times of higher values
 */
record Wave(
        String resourceType,
        String namespace,
        String metric,
        String dimension,
        String value,
        String unit,
        double base,
        double amplitude,
        double noise,
        List<Spikes> spikes) {

    /**
     * Times of higher values; minutes count from the resource's first.
     *
     * @param height what is added
     */
    record Spikes(double firstAfterMinutes, double everyMinutes, double minutes, double height) {
        Episodes episodes() {
            return new Episodes(firstAfterMinutes, everyMinutes, 0, minutes, 0);
        }
    }
}
