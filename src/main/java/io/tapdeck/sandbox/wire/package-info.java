/**
 * AWS's protocols, generically: HTTP requests become calls of the SDK's own client interfaces, and their answers bytes.
 * The SDK's model classes describe themselves ({@code sdkFields()}), so one reader and one writer per protocol serve
 * every operation of every service, and a simulated service contains no marshalling. The only package that reflects.
 */
@NullMarked
package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.NullMarked;
