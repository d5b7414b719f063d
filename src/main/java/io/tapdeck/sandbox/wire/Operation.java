package io.tapdeck.sandbox.wire;

import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * An operation of a client interface.
 *
 * @param name as the interface has it: the API's {@code DescribeDBClusters} is its {@code describeDBClusters}
 * @param method takes the client and the request; if an object's content is sent or fetched, a third parameter is for that
 */
record Operation(String name, MethodHandle method) {
    private static final int CLIENT_REQUEST_CONTENT = 3;

    /** Whether the body of the operation's request is an object's content, of whatever form. */
    boolean sendsContent() {
        return method.type().parameterCount() == CLIENT_REQUEST_CONTENT
                && method.type().parameterType(2).equals(RequestBody.class);
    }

    /** The class of its request. */
    Class<?> request() {
        return method.type().parameterType(1);
    }

    /** A fresh builder of the operation's request. */
    SdkPojo requestBuilder() {
        try {
            return (SdkPojo) request().getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The SDK's request classes no longer have builder(): " + method, e);
        }
    }

    /**
     * Calls the operation.
     *
     * @param sent the content that comes with the request; empty for most
     * @param fetched takes the content that comes with the answer, if the operation fetches some
     * @throws Throwable what the handler throws
     */
    SdkPojo invoke(SdkClient handler, Object request, SdkBytes sent, Consumer<SdkBytes> fetched) throws Throwable {
        if (method.type().parameterCount() < CLIENT_REQUEST_CONTENT) {
            return (SdkPojo) method.invoke(handler, request);
        }
        if (sendsContent()) {
            return (SdkPojo) method.invoke(handler, request, RequestBody.fromBytes(sent.asByteArrayUnsafe()));
        }
        ResponseBytes<?> content = (ResponseBytes<?>) method.invoke(handler, request, ResponseTransformer.toBytes());
        fetched.accept(SdkBytes.fromByteArrayUnsafe(content.asByteArrayUnsafe()));
        return (SdkPojo) content.response();
    }
}
