package io.tapdeck.environment;

/**
 * What tells one environment from every other.
 *
 * @param account 12 digits
 * @param region such as {@code us-east-1}
 * @param blueprint a {@link Blueprint#id}
 * @param suffix the environment's name
 */
public record EnvironmentKey(String account, String region, String blueprint, Suffix suffix) {

    /** The name of its stack; a blueprint of several stacks appends to it. */
    public String stackName() {
        return "tapdeck-" + blueprint + "-" + suffix;
    }
}
