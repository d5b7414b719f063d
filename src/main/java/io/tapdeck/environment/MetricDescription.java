package io.tapdeck.environment;

/**
 * A CloudWatch metric of an environment. Its one dimension's value is the physical id of the environment's resource of
 * type {@code resourceType} (known only after deployment).
 *
 * @param namespace such as {@code AWS/RDS}
 * @param name such as {@code ACUUtilization}
 * @param statistic such as {@code Average}
 * @param dimension such as {@code DBClusterIdentifier}
 * @param resourceType such as {@code AWS::RDS::DBCluster}
 * @param unit what follows a value on screen, such as "ACU" or "%"; empty for plain counts
 */
public record MetricDescription(
        String namespace, String name, String statistic, String dimension, String resourceType, String unit) {}
