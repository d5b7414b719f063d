package io.tapdeck.sandbox.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An operation of a client interface.
 *
 * @param name as the interface has it: the API's {@code DescribeDBClusters} is its {@code describeDBClusters}
 */
record Operation(String name, Method method) {

    /**
     * A client interface's operations by lower-case name: the methods from a request to a response, without the overloads
     * for lambdas and the paginators.
     */
    static Map<String, Operation> of(Class<? extends SdkClient> api) {
        Map<String, Operation> operations = new HashMap<>();
        for (Method method : api.getMethods()) {
            if (method.getParameterCount() == 1
                    && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                    && AwsResponse.class.isAssignableFrom(method.getReturnType())) {
                String name = method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1);
                operations.put(name.toLowerCase(Locale.ROOT), new Operation(name, method));
            }
        }
        return Map.copyOf(operations);
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
     * @throws Throwable what the handler throws
     */
    SdkPojo invoke(SdkClient handler, Object request) throws Throwable {
        try {
            return (SdkPojo) method.invoke(handler, request);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
