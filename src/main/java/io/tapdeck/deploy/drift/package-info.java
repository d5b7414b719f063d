/** What was changed outside of CloudFormation, and how it is turned back. */
@NullMarked
package io.tapdeck.deploy.drift;

import org.jspecify.annotations.NullMarked;
