package io.tapdeck.sandbox.wire;

import io.tapdeck.sandbox.faults.CallFault;
import io.tapdeck.sandbox.faults.FaultScript;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** From a request to the handler that serves it, and back, with the faults that the script has for the call. */
final class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final List<Protocol> protocols;
    private final FaultScript faults;
    private final Turnstile turnstile;
    private final Consumer<Duration> pause;

    /**
     * A dispatcher.
     *
     * @param turnstile where calls pass on their way to a handler
     * @param pause waits, for delays
     */
    Dispatcher(List<WireService> services, FaultScript faults, Turnstile turnstile, Consumer<Duration> pause) {
        // The most telling first: old Query clients of CloudWatch differ from new ones in the headers only.
        this.protocols = List.of(new CborProtocol(services), new JsonProtocol(services), new QueryProtocol(services));
        this.faults = faults;
        this.turnstile = turnstile;
        this.pause = pause;
    }

    /**
     * Answers a request.
     *
     * @throws DroppedConnectionException if a fault ends the connection
     */
    WireAnswer answer(WireRequest request, String requestId) throws DroppedConnectionException {
        Protocol protocol = protocols.stream()
                .filter(candidate -> candidate.speaks(request))
                .findFirst()
                .orElse(null);
        if (protocol == null) {
            return new WireAnswer(404, "text/plain", SdkBytes.fromUtf8String("No AWS protocol speaks like this.\n"));
        }
        try {
            Call call = protocol.read(request);
            return protocol.answer(request, call, serve(call, request.region()), requestId);
        } catch (WireException e) {
            return protocol.error(request, e.error(), requestId);
        }
    }

    private SdkPojo serve(Call call, String region) throws DroppedConnectionException {
        WireService service = call.service();
        WireError unknown = WireError.unknownOperation(
                call.operation(), service.description().apiVersion());
        Operation operation = service.operation(call.operation()).orElseThrow(() -> new WireException(unknown));
        CallFault fault = nextFault(service, operation);
        switch (fault) {
            case CallFault.Throttle() -> throw new WireException(WireError.throttled());
            case CallFault.ServerError(int status) -> throw new WireException(WireError.server(status));
            case CallFault.DropBefore() -> throw new DroppedConnectionException();
            case null, default -> {}
        }
        SdkPojo response = invoke(service, operation, call, region, unknown);
        if (fault instanceof CallFault.DropAfter) {
            throw new DroppedConnectionException();
        }
        return response;
    }

    /** Waits out the delays; of the other faults the first counts. */
    private @Nullable CallFault nextFault(WireService service, Operation operation) {
        CallFault first = null;
        for (CallFault fault : faults.forCall(service.description().name(), operation.name())) {
            if (fault instanceof CallFault.Delay(Duration duration)) {
                pause.accept(duration);
            } else if (first == null) {
                first = fault;
            }
        }
        return first;
    }

    private SdkPojo invoke(
            WireService service, Operation operation, Call call, String region, WireError unknownOperation) {
        SdkPojo request = call.binder().request(operation.requestBuilder(), call.members());
        ServiceCall passing = new ServiceCall(region, service.description().name(), operation.name(), request);
        try {
            return turnstile.pass(passing, () -> operation.invoke(service.handler(region), request));
        } catch (WireException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw new WireException(service.error(e));
        } catch (UnsupportedOperationException e) {
            throw new WireException(unknownOperation);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "The sandbox failed in " + operation.name(), e);
            throw new WireException(WireError.internal());
        }
    }
}
