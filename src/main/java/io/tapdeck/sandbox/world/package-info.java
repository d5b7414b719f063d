/** What exists in the sandbox's account: the physical resources that CloudFormation made and the services answer for. */
@NullMarked
package io.tapdeck.sandbox.world;

import org.jspecify.annotations.NullMarked;
