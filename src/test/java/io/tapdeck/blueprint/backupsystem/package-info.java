@NullMarked
package io.tapdeck.blueprint.backupsystem;

import org.jspecify.annotations.NullMarked;
