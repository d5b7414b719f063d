package io.tapdeck.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/**
 * REST with JSON bodies: method and path name the operation, members without parts stand in path, query and headers,
 * all others in the body.
 */
final class RestJsonProtocol implements Protocol {
    private static final String JSON = "application/json";

    private final List<WireService> services;
    private final DocumentCodec codec = new DocumentCodec(new JsonFactory());
    private final RequestBinder binder = new RequestBinder(codec, Set.of());
    private volatile @Nullable List<Route> routes;

    RestJsonProtocol(List<WireService> services) {
        this.services = services.stream()
                .filter(service -> service.description().namespace() == null)
                .toList();
    }

    @Override
    public boolean speaks(WireRequest request) {
        return find(request).isPresent();
    }

    @Override
    public Call read(WireRequest request) {
        Route route = find(request)
                .orElseThrow(() -> new WireException(WireError.malformed("No operation is called like this.")));
        Map<String, String> query = RestBinding.query(request.query());
        Map<String, String> labels = route.labels(request.path()).orElse(Map.of());
        Map<String, Object> members = new HashMap<>(codec.read(request.body()));
        for (SdkField<?> field : route.operation().requestBuilder().sdkFields()) {
            String name = field.locationName();
            Object sent = switch (field.location()) {
                case PATH -> labels.get(name);
                case QUERY_PARAM -> query.get(name);
                case HEADER -> request.header(name.toLowerCase(Locale.ROOT));
                default -> members.get(name);
            };
            if (sent == null) {
                members.remove(name);
            } else {
                members.put(name, sent);
            }
        }
        return new Call(route.service(), route.operation().name(), members, binder);
    }

    @Override
    public WireAnswer answer(WireRequest request, Call call, Served served, String requestId) {
        SdkPojo response = served.response();
        Map<String, String> headers = new HashMap<>();
        for (SdkField<?> field : response.sdkFields()) {
            Object value = field.getValueOrDefault(response);
            if (field.location() == MarshallLocation.HEADER && XmlWriter.isSet(value)) {
                headers.put(field.locationName(), value.toString());
            }
        }
        List<SdkField<?>> inBody = response.sdkFields().stream()
                .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                .toList();
        return new WireAnswer(200, JSON, headers, codec.write(out -> DocumentCodec.members(out, response, inBody)));
    }

    @Override
    public WireAnswer error(WireRequest request, WireError error, String requestId) {
        return new WireAnswer(error.status(), JSON, Map.of("x-amzn-ErrorType", error.shape()), codec.write(out -> {
            String message = error.message();
            if (message != null) {
                out.writeStringField("message", message);
            }
            DocumentCodec.members(out, error.members());
        }));
    }

    private Optional<Route> find(WireRequest request) {
        Map<String, String> query = RestBinding.query(request.query());
        return routes().stream().filter(route -> route.fits(request, query)).findFirst();
    }

    /** Read from the model at the first request; those that need most of the query come first. */
    private List<Route> routes() {
        List<Route> known = routes;
        if (known == null) {
            known = services.stream()
                    .flatMap(service -> service.operations().all().stream()
                            .map(operation -> new Route(service, operation, RestBinding.of(operation.request()))))
                    .sorted(Comparator.comparingInt(
                            route -> -route.binding().literals().size()))
                    .toList();
            routes = known;
        }
        return known;
    }

    private record Route(WireService service, Operation operation, RestBinding binding) {

        boolean fits(WireRequest request, Map<String, String> query) {
            return binding.method().equals(request.method())
                    && binding.literalsFit(query)
                    && labels(request.path()).isPresent();
        }

        /** What a path has for the labels of the binding's, decoded; empty if it is another path. */
        Optional<Map<String, String>> labels(String path) {
            String[] expected = binding.path().split("/", -1);
            String[] sent = path.split("/", -1);
            if (sent.length != expected.length) {
                return Optional.empty();
            }
            Map<String, String> labels = new HashMap<>();
            for (int i = 0; i < sent.length; i++) {
                if (expected[i].startsWith("{")) {
                    // A plus sign in a path is one.
                    String decoded = URLDecoder.decode(sent[i].replace("+", "%2B"), StandardCharsets.UTF_8);
                    labels.put(expected[i].substring(1, expected[i].length() - 1), decoded);
                } else if (!expected[i].equals(sent[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(labels);
        }
    }
}
