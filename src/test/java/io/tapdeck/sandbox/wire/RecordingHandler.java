package io.tapdeck.sandbox.wire;

import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/** A service that remembers what it was asked and answers what it was told to. */
final class RecordingHandler<C extends SdkClient> {
    private final AtomicReference<@Nullable SdkPojo> received = new AtomicReference<>();
    private final AtomicReference<@Nullable Object> answer = new AtomicReference<>();
    private final C client;

    RecordingHandler(Class<C> api) {
        client = api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, args) -> {
            received.set((SdkPojo) args[0]);
            if (answer.get() instanceof Throwable failure) {
                throw failure;
            }
            return answer.get();
        }));
    }

    /** The handler, wherever a call comes from. */
    Function<Origin, C> everywhere() {
        return origin -> client;
    }

    /** Answers the next calls with a response, or throws an exception at them. */
    void willAnswer(Object responseOrException) {
        answer.set(responseOrException);
    }

    SdkPojo received() {
        return Objects.requireNonNull(received.get(), "nothing received");
    }
}
