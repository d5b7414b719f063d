package io.tapdeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
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
    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        HEARD.add(name(attributes));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SENT.add(name(attributes));
    }

    private static String name(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + ":"
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    /** What was called by some work, such as {@code CloudFormation:DescribeStacks}. */
    static Set<String> during(Runnable work) {
        HEARD.clear();
        SENT.clear();
        work.run();
        return new TreeSet<>(HEARD);
    }

    /** Every request that was sent since the work began, each try for itself; one that found no credentials is none. */
    static List<String> sent() {
        return new ArrayList<>(SENT);
    }
}
