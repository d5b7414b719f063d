package io.tapdeck.sandbox.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the protocols with a JSON or CBOR body share; they differ in where the operation's name stands. */
abstract class DocumentProtocol implements Protocol {
    private final Map<String, WireService> servicesByTarget;
    private final DocumentCodec codec;
    private final RequestBinder binder;

    DocumentProtocol(List<WireService> services, DocumentCodec codec) {
        this.servicesByTarget = services.stream()
                .filter(service -> service.description().target() != null)
                .collect(Collectors.toUnmodifiableMap(
                        service -> String.valueOf(service.description().target()), service -> service));
        this.codec = codec;
        this.binder = new RequestBinder(codec, Set.of());
    }

    /** Matches what names the service (group 1) and the operation (group 2). */
    abstract Matcher target(WireRequest request);

    /** The content type of an answer. */
    abstract String contentType(WireRequest request);

    /** Headers of every answer. */
    abstract Map<String, String> headers();

    @Override
    public boolean speaks(WireRequest request) {
        return target(request).matches();
    }

    @Override
    public Call read(WireRequest request) {
        Matcher target = target(request);
        String operation = target.matches() ? target.group(2) : "";
        WireService service = servicesByTarget.get(target.group(1));
        if (service == null) {
            throw new WireException(WireError.unknownOperation(operation, target.group(1)));
        }
        return new Call(service, operation, codec.read(request.body()), binder);
    }

    @Override
    public WireAnswer answer(WireRequest request, Call call, Served served, String requestId) {
        return new WireAnswer(
                200,
                contentType(request),
                headers(),
                codec.write(out -> DocumentCodec.members(out, served.response())));
    }

    @Override
    public WireAnswer error(WireRequest request, WireError error, String requestId) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("x-amzn-ErrorType", error.shape());
        if (request.header("x-amzn-query-mode") != null) {
            // The service once spoke Query: clients that did show this code, and choose the class by the shape.
            headers.put("x-amzn-query-error", error.code() + (error.senderFault() ? ";Sender" : ";Receiver"));
        }
        return new WireAnswer(error.status(), contentType(request), headers, codec.write(out -> {
            out.writeStringField("__type", error.shape());
            String message = error.message();
            if (message != null) {
                out.writeStringField("message", message);
            }
            DocumentCodec.members(out, error.members());
        }));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
