/** The stacks of {@code backup-system}; loaded in the worker only. */
@NullMarked
package io.tapdeck.blueprint.backupsystem.stack;

import org.jspecify.annotations.NullMarked;
