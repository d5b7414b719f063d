package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a handler came to.
 *
 * @param content what goes with the response beside its members: an object from S3; null for most
 */
record Served(SdkPojo response, @Nullable SdkBytes content) {}
