/** The description of {@code aurora-mysql}: readable everywhere, without CDK. */
@NullMarked
package io.tapdeck.blueprint.auroramysql;

import org.jspecify.annotations.NullMarked;
