/** The description of {@code backup-system}: readable everywhere, without CDK. */
@NullMarked
package io.tapdeck.blueprint.backupsystem;

import org.jspecify.annotations.NullMarked;
