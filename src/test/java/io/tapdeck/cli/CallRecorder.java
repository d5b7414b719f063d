package io.tapdeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Writes down every call of the AWS SDK while it is asked to. The SDK makes it by the name in
 * {@code software/amazon/awssdk/global/handlers/execution.interceptors}, one for each client, so that what they hear stands
 * in one place.
 */
public final class CallRecorder implements ExecutionInterceptor {
    private static final Set<String> HEARD = new ConcurrentSkipListSet<>();
    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();

    /**
     * A call whose resource can be told from its request.
     *
     * @param resource its ARN; one of a bucket also stands for what is in it
     */
    record Asked(String operation, String resource) {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        HEARD.add(name(attributes));
        resource(context.request()).ifPresent(arn -> ASKED.add(new Asked(name(attributes), arn)));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SENT.add(name(attributes));
    }

    private static Optional<String> resource(SdkRequest request) {
        return request.getValueForField("Bucket", String.class)
                .map(bucket -> "arn:aws:s3:::" + bucket)
                .or(() -> request.getValueForField("StackName", String.class)
                        .map(stack -> stack.startsWith("arn:")
                                ? stack
                                : "arn:aws:cloudformation:us-east-1:123456789012:stack/" + stack + "/id"));
    }

    private static String name(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + ":"
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    /** What was called by some work, such as {@code CloudFormation:DescribeStacks}. */
    static Set<String> during(Runnable work) {
        HEARD.clear();
        ASKED.clear();
        SENT.clear();
        work.run();
        return new TreeSet<>(HEARD);
    }

    /** What was asked of which resource since the work began. */
    static Set<Asked> asked() {
        return Set.copyOf(ASKED);
    }

    /** Every request that was sent since the work began, each try for itself; one that found no credentials is none. */
    static List<String> sent() {
        return new ArrayList<>(SENT);
    }
}
