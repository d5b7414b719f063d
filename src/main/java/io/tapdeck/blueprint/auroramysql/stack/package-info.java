/** The CDK stacks of {@code aurora-mysql}: the only importers of CDK, loaded in the synthesis worker only. */
@NullMarked
package io.tapdeck.blueprint.auroramysql.stack;

import org.jspecify.annotations.NullMarked;
