/** RDS's answers about what CloudFormation made. */
@NullMarked
package io.tapdeck.sandbox.rds;

import org.jspecify.annotations.NullMarked;
