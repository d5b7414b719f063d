package io.tapdeck.sandbox.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
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
 */
record Operation(String name, Method method) {

    /**
     * A client interface's operations by lower-case name: the methods from a request to a response, without the overloads
     * for lambdas and the paginators. Those that send or fetch an object's content have a second parameter for it.
     */
    static Map<String, Operation> of(Class<? extends SdkClient> api) {
        Map<String, Operation> operations = new HashMap<>();
        for (Method method : api.getMethods()) {
            if (isOperation(method)) {
                String name = method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1);
                operations.put(name.toLowerCase(Locale.ROOT), new Operation(name, method));
            }
        }
        return Map.copyOf(operations);
    }

    private static boolean isOperation(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length == 0 || !AwsRequest.class.isAssignableFrom(parameters[0])) {
            return false;
        }
        boolean answers = AwsResponse.class.isAssignableFrom(method.getReturnType());
        return switch (parameters.length) {
            case 1 -> answers;
            case 2 ->
                (answers && parameters[1].equals(RequestBody.class)) || parameters[1].equals(ResponseTransformer.class);
            default -> false;
        };
    }

    /** Whether the body of the operation's request is an object's content, of whatever form. */
    boolean sendsContent() {
        return method.getParameterCount() == 2 && method.getParameterTypes()[1].equals(RequestBody.class);
    }

    /** A fresh builder of the operation's request. */
    SdkPojo requestBuilder() {
        try {
            return (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
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
        try {
            if (method.getParameterCount() == 1) {
                return (SdkPojo) method.invoke(handler, request);
            }
            if (sendsContent()) {
                return (SdkPojo) method.invoke(handler, request, RequestBody.fromBytes(sent.asByteArrayUnsafe()));
            }
            ResponseBytes<?> content =
                    (ResponseBytes<?>) method.invoke(handler, request, ResponseTransformer.toBytes());
            fetched.accept(SdkBytes.fromByteArrayUnsafe(content.asByteArrayUnsafe()));
            return (SdkPojo) content.response();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
