package io.tapdeck.deploy;

/**
 * One change of a change set.
 *
 * @param change in words
 * @param operation what is done to the resource; a replacement is a creation
 */
record ReadChange(ResourceChange change, Operation operation) {}
