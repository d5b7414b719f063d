/** Amazon RDS, as far as reading goes: what CloudFormation made, and the engine versions there are. */
@NullMarked
package io.tapdeck.sandbox.rds;

import org.jspecify.annotations.NullMarked;
