package io.tapdeck.sandbox.wire;

/**
 * Where a call comes from: handlers are chosen by it.
 *
 * @param region such as {@code us-east-1}
 */
public record Origin(Caller caller, String region) {}
