package io.tapdeck.deploy.sweep;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Stands between the engine and the account: numbers the calls to all services, and lets some have a fault. */
final class Line {
    private static final Duration TRAVEL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A stale read is this old: more than two polls. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final World world;
    private final List<Call> calls = new ArrayList<>();
    private IntFunction<@Nullable Fault> script = number -> null;
    private int process;
    private boolean dead;
    private boolean signedOut;

    Line(World world) {
        this.world = world;
    }

    /** From now on calls are numbered from 0 and have the faults that the script names. */
    void script(IntFunction<@Nullable Fault> faults) {
        calls.clear();
        script = faults;
    }

    /** The calls since the script began. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    boolean signedOut() {
        return signedOut;
    }

    void signIn() {
        signedOut = false;
    }

    /** Starts a process; what is left of a killed one can call nobody. */
    int newProcess() {
        dead = false;
        return ++process;
    }

    /** Whether a process has been killed. */
    boolean dead(int owner) {
        return dead || owner != process;
    }

    /** A process's client. */
    <C> C client(Class<C> type, String region, int owner) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments != null
                    && arguments.length == 1
                    && arguments[0] instanceof SdkRequest request
                    && !method.getName().endsWith("Paginator")) {
                if (dead(owner)) {
                    throw new Killed();
                }
                return call(new Request(type, region, method, request));
            }
            // The SDK's shorthands lead to the calls above.
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : method.invoke(world.service(type, region), arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private SdkResponse call(Request asked) throws Throwable {
        int number = calls.size();
        Fault fault = script.apply(number);
        calls.add(asked.call(false));
        world.pass(TRAVEL);
        if (signedOut) {
            throw expired();
        }
        if (fault != null) {
            return faulty(fault, asked);
        }
        SdkResponse answer = answered(world, asked);
        calls.set(number, asked.call(Pages.paged(asked.request(), answer)));
        return answer;
    }

    private record Request(Class<?> type, String region, Method method, SdkRequest request) {
        Call call(boolean paged) {
            return new Call(type.getSimpleName().replace("Client", ""), method.getName(), paged);
        }

        boolean reads() {
            return call(false).reads();
        }
    }

    private SdkResponse faulty(Fault fault, Request asked) throws Throwable {
        return switch (fault) {
            case THROTTLE -> throw refusal("Throttling", "Rate exceeded", 400);
            case SERVER_ERROR -> throw refusal("InternalFailure", "An internal error occurred.", 500);
            case EXPIRED_TOKEN -> {
                signedOut = true;
                throw expired();
            }
            case DROP_BEFORE -> throw lost();
            case DROP_AFTER -> {
                unheard(asked);
                throw lost();
            }
            case TIMEOUT -> {
                unheard(asked);
                world.pass(PATIENCE);
                throw ApiCallTimeoutException.create(PATIENCE.toMillis());
            }
            case STALE_READ -> answered(asked.reads() ? world.ago(STALE) : world, asked);
            case DUPLICATE_PAGE -> Pages.twice(asked.request(), whole(world, asked));
            case REVERSED_PAGE -> Pages.reversed(asked.request(), whole(world, asked));
            case KILL_BEFORE -> {
                dead = true;
                throw new Killed();
            }
            case KILL_AFTER -> {
                unheard(asked);
                dead = true;
                throw new Killed();
            }
        };
    }

    /** The call has its effect; nobody hears of it. */
    private void unheard(Request asked) throws Throwable {
        try {
            answered(world, asked);
        } catch (SdkException refused) {
            // Not heard either.
        }
    }

    private static SdkResponse answered(World world, Request asked) throws Throwable {
        return Pages.page(asked.request(), whole(world, asked));
    }

    private static SdkResponse whole(World world, Request asked) throws Throwable {
        SdkRequest request = Pages.whole(asked.request());
        if (asked.reads()) {
            return invoke(world, asked, request);
        }
        return world.change(any -> invoke(any, asked, request));
    }

    private static SdkResponse invoke(World world, Request asked, SdkRequest request) throws Throwable {
        try {
            return (SdkResponse) asked.method().invoke(world.service(asked.type(), asked.region()), request);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static SdkException expired() {
        return refusal("ExpiredToken", "The security token included in the request is expired", 403);
    }

    private static SdkException lost() {
        return SdkClientException.create("Unable to execute HTTP request", new IOException("Connection reset"));
    }

    private static SdkException refusal(String code, String message, int status) {
        return CloudFormationException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .build();
    }
}
