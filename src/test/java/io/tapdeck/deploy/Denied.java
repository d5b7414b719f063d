package io.tapdeck.deploy;

import java.lang.reflect.Proxy;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Clients that may do nothing. */
public final class Denied {
    private Denied() {}

    /** Refuses every call with AccessDenied. */
    public static <T> T client(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    throw refusal(method.getName());
                }));
    }

    static AwsServiceException refusal(String call) {
        return AwsServiceException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("not authorized to perform: " + call)
                        .build())
                .build();
    }
}
