package io.tapdeck.environment;

/**
 * What a choice amounts to, such as "0.5 to 4 GiB" "memory".
 *
 * @param figure the number, with its unit
 * @param words what it is
 */
public record Fact(String figure, String words) {}
