/** The engine behind {@link io.tapdeck.deploy.Deployments}. */
@NullMarked
package io.tapdeck.deploy.engine;

import org.jspecify.annotations.NullMarked;
