/** AWS's protocols, held to the SDK's real clients. */
@NullMarked
package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.NullMarked;
