package io.tapdeck.deploy.changeset;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.ResourceChange;

/**
 * One change of a change set.
 *
 * @param change in words
 * @param operation what is done to the resource; a replacement is a creation
 */
public record ReadChange(ResourceChange change, Operation operation) {}
