package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * What the SDK's classes do not say of a service, from the head of its API model.
 *
 * @param name as the fault script and people write it
 * @param api the SDK's client interface
 * @param apiVersion Query's {@code Version}; no two services share one
 * @param namespace of its XML
 * @param target the name of the service in JSON's target header and in RPC v2's path; null if it speaks Query or XML only
 * @param errors how its exceptions are called on the wire
 */
record ServiceDescription<C extends SdkClient>(
        String name,
        Class<C> api,
        String apiVersion,
        String namespace,
        @Nullable String target,
        ErrorNames errors) {}
