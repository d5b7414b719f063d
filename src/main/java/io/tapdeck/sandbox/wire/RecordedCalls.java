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

    /** Calls to these services. */
    public RecordedCalls(List<WireService> services) {
        this.services = services.stream()
                .collect(Collectors.toUnmodifiableMap(
                        service -> service.description().name(), Function.identity()));
    }

    /** A call as JSON. */
    public ObjectNode write(ServiceCall call) {
        SdkBytes request = codec.write(out -> DocumentCodec.members(out, call.request()));
        try {
            ObjectNode recorded = JSON.createObjectNode()
                    .put("region", call.region())
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
                service.operation(name).orElseThrow(() -> new IllegalArgumentException("No operation " + name));
        byte[] request = JSON.writeValueAsBytes(recorded.path("request"));
        SdkPojo bound = binder.request(operation.requestBuilder(), codec.read(SdkBytes.fromByteArrayUnsafe(request)));
        SdkBytes content = recorded.has("content")
                ? SdkBytes.fromByteArrayUnsafe(recorded.path("content").binaryValue())
                : ServiceCall.NOTHING;
        operation.invoke(service.handler(recorded.path("region").asText()), bound, content, fetched -> {});
    }
}
