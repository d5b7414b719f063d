package io.tapdeck.sandbox.wire;

import io.tapdeck.sandbox.faults.CallFault;
import io.tapdeck.sandbox.faults.FaultScript;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final EarlierAnswers earlier = new EarlierAnswers();

    /**
     * A dispatcher.
     *
     * @param turnstile where calls pass on their way to a handler
     * @param pause waits, for delays and timeouts
     */
    Dispatcher(List<WireService> services, FaultScript faults, Turnstile turnstile, Consumer<Duration> pause) {
        // The most telling first: old Query clients of CloudWatch differ from new ones in the headers only.
        this.protocols = List.of(
                new RestXmlProtocol(services),
                new CborProtocol(services),
                new JsonProtocol(services),
                new QueryProtocol(services),
                new RestJsonProtocol(services));
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
            return protocol.answer(request, call, serve(call, origin(request)), requestId);
        } catch (WireException e) {
            return protocol.error(request, e.error(), requestId);
        }
    }

    private Origin origin(WireRequest request) {
        try {
            Caller caller = turnstile.caller(request.accessKeyId(), request.header("x-amz-security-token"));
            return new Origin(caller.in(Partitions.of(request.region())), request.region());
        } catch (CredentialsException e) {
            throw new WireException(e.error());
        }
    }

    private Served serve(Call call, Origin origin) throws DroppedConnectionException {
        WireService service = call.service();
        WireError unknown = WireError.unknownOperation(
                call.operation(), service.description().apiVersion());
        Operation operation = service.operations().find(call.operation()).orElseThrow(() -> new WireException(unknown));
        SdkPojo request = call.binder().request(operation.requestBuilder(), call.members());
        ServiceCall passing =
                new ServiceCall(origin, service.description().name(), operation.name(), request, call.content());
        CallFault fault = nextFault(passing);
        switch (fault) {
            case CallFault.Throttle() -> throw new WireException(WireError.throttled());
            case CallFault.ServerError(int status) -> throw new WireException(WireError.server(status));
            case CallFault.ExpiredToken() -> throw new WireException(WireError.expired());
            case CallFault.Refusal(String code) -> throw new WireException(service.refusal(code));
            case CallFault.DropBefore() -> throw new DroppedConnectionException();
            case null, default -> {}
        }
        String action = passing.action();
        if (faults.denies(action) || !turnstile.allows(origin.caller(), action)) {
            throw new WireException(WireError.denied(origin.caller(), action));
        }
        Optional<Supplier<SdkPojo>> stale =
                fault instanceof CallFault.StaleRead ? earlier.lastAnswer(passing) : Optional.empty();
        Served served =
                stale.isPresent() ? new Served(stale.get().get(), null) : invoke(service, operation, passing, unknown);
        return switch (fault) {
            case CallFault.DropAfter() -> throw new DroppedConnectionException();
            case CallFault.Timeout(Duration patience) -> {
                pause.accept(patience);
                throw new DroppedConnectionException();
            }
            case CallFault.DuplicatePage() ->
                new Served(earlier.withPageBefore(passing, served.response()), served.content());
            case CallFault.ReversedPage() -> new Served(EarlierAnswers.reversed(served.response()), served.content());
            case null, default -> served;
        };
    }

    /** Waits out the delays; of the other faults the first counts. */
    private @Nullable CallFault nextFault(ServiceCall call) {
        CallFault first = null;
        for (CallFault fault : faults.forCall(call.service(), call.operation())) {
            if (fault instanceof CallFault.Delay(Duration duration)) {
                pause.accept(duration);
            } else if (first == null) {
                first = fault;
            }
        }
        return first;
    }

    private Served invoke(WireService service, Operation operation, ServiceCall call, WireError unknownOperation) {
        try {
            AtomicReference<@Nullable SdkBytes> content = new AtomicReference<>();
            SdkPojo response = turnstile.pass(
                    call,
                    () -> operation.invoke(
                            service.handler(call.origin()), call.request(), call.content(), content::set));
            if (content.get() == null) {
                earlier.keep(call, response);
            }
            return new Served(response, content.get());
        } catch (WireException e) {
            throw e;
        } catch (AwsServiceException e) {
            WireError error = service.error(e);
            earlier.keepRefusal(call, () -> new WireException(error));
            throw new WireException(error);
        } catch (UnsupportedOperationException e) {
            throw new WireException(unknownOperation);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "The sandbox failed in " + operation.name(), e);
            throw new WireException(WireError.internal());
        }
    }
}
