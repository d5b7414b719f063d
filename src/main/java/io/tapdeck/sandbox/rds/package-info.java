/** Amazon RDS: what CloudFormation made, changes of a cluster, snapshots, and the engine versions there are. */
@NullMarked
package io.tapdeck.sandbox.rds;

import org.jspecify.annotations.NullMarked;
