package io.tapdeck.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** Calls written down in one form, whatever protocol they came in, and made again. */
public final class RecordedCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, WireService> services;
    private final DocumentCodec codec = new DocumentCodec(new JsonFactory());
    private final RequestBinder binder = new RequestBinder(codec, Set.of());
    private final String usualAccount;

    /**
     * Calls to these services.
     *
     * @param usualAccount the account of calls that were recorded without one
     */
    public RecordedCalls(List<WireService> services, String usualAccount) {
        this.usualAccount = usualAccount;
        this.services = services.stream()
                .collect(Collectors.toUnmodifiableMap(
                        service -> service.description().name(), Function.identity()));
    }

    /** A call as JSON. */
    public ObjectNode write(ServiceCall call) {
        SdkBytes request = codec.write(out -> DocumentCodec.members(out, call.request()));
        try {
            ObjectNode recorded = JSON.createObjectNode()
                    .put("account", call.origin().caller().account())
                    .put("region", call.origin().region())
                    .put("service", call.service())
                    .put("operation", call.operation())
                    .set("request", JSON.readTree(request.asByteArrayUnsafe()));
            if (call.content().asByteArrayUnsafe().length > 0) {
                recorded.put("content", call.content().asByteArrayUnsafe());
            }
            return recorded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a call again.
     *
     * @throws Throwable what the handler throws; IllegalArgumentException if there is no such service or operation
     */
    public void replay(JsonNode recorded) throws Throwable {
        WireService service = services.get(recorded.path("service").asText());
        if (service == null) {
            throw new IllegalArgumentException("No service " + recorded.path("service"));
        }
        String name = recorded.path("operation").asText();
        Operation operation =
                service.operations().find(name).orElseThrow(() -> new IllegalArgumentException("No operation " + name));
        byte[] request = JSON.writeValueAsBytes(recorded.path("request"));
        SdkPojo bound = binder.request(operation.requestBuilder(), codec.read(SdkBytes.fromByteArrayUnsafe(request)));
        SdkBytes content = recorded.has("content")
                ? SdkBytes.fromByteArrayUnsafe(recorded.path("content").binaryValue())
                : ServiceCall.NOTHING;
        // Handlers of what is recorded ask for the account, not for who in it.
        Caller caller = Caller.rootOf(recorded.path("account").asText(usualAccount));
        Origin origin = new Origin(caller, recorded.path("region").asText());
        operation.invoke(service.handler(origin), bound, content, fetched -> {});
    }
}
