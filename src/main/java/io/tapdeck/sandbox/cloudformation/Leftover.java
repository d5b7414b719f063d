package io.tapdeck.sandbox.cloudformation;

/**
 * A physical resource that a replacement left behind, to be deleted in the cleanup.
 *
 * @param logicalId the resource it stood for
 * @param physical what is left
 */
record Leftover(String logicalId, Physical physical) {}
