package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * What the SDK's classes do not say of a service, from the head of its API model.
 *
 * @param name as the fault script and people write it
 * @param api the SDK's client interface
 * @param apiVersion Query's {@code Version}; no two services that speak it share one
 * @param namespace of its XML; null if it speaks REST-JSON
 * @param target the name of the service in JSON's target header and in RPC v2's path; null if it speaks neither
 * @param errors how its exceptions are called on the wire
 */
record ServiceDescription<C extends SdkClient>(
        String name,
        Class<C> api,
        String apiVersion,
        @Nullable String namespace,
        @Nullable String target,
        ErrorNames errors) {}
