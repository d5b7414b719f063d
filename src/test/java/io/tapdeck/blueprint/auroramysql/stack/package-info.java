@NullMarked
package io.tapdeck.blueprint.auroramysql.stack;

import org.jspecify.annotations.NullMarked;
