/**
 * What a deployment is: plan, review, events, outcome, situation, recovery. The packages below say how it is done; from the
 * bottom: template, stack, then diagnosis, journal, changeset, follow, then region, and above it preflight, review, drift,
 * operation, recovery and inventory. The engine joins them.
 */
@NullMarked
package io.tapdeck.deploy;

import org.jspecify.annotations.NullMarked;
