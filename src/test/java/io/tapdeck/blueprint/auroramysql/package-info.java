@NullMarked
package io.tapdeck.blueprint.auroramysql;

import org.jspecify.annotations.NullMarked;
