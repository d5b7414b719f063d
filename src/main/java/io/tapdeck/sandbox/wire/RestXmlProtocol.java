package io.tapdeck.sandbox.wire;

import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/**
 * S3's REST with XML bodies. A bucket's name stands first in the path, or before the host; members stand in the query, in
 * headers and in the body, as the model says.
 */
final class RestXmlProtocol implements Protocol {
    private static final String SIGNING_NAME = "s3";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private final Optional<WireService> s3;
    private volatile @Nullable RestRoutes routes;
    private final RequestBinder binder = new RequestBinder(new XmlTree(), Set.of());

    RestXmlProtocol(List<WireService> services) {
        s3 = services.stream()
                .filter(service -> service.description().name().equalsIgnoreCase(SIGNING_NAME))
                .findFirst();
    }

    @Override
    public boolean speaks(WireRequest request) {
        return s3.isPresent() && request.signedFor().equals(SIGNING_NAME);
    }

    @Override
    public Call read(WireRequest request) {
        Address address = Address.of(request);
        Map<String, String> query = RestBinding.query(request.query());
        WireService service = s3.orElseThrow();
        Operation operation = routes(service)
                .find(request, address.depth(), query)
                .orElseThrow(() -> new WireException(WireError.unknownOperation(
                        request.method(), service.description().apiVersion())));
        Map<String, Object> members = new HashMap<>();
        SdkBytes body = request.body();
        for (SdkField<?> field : operation.requestBuilder().sdkFields()) {
            Object sent = switch (field.location()) {
                case PATH -> address.bucket();
                case GREEDY_PATH -> address.key();
                case QUERY_PARAM -> query.get(field.locationName());
                case HEADER -> header(request, field);
                default -> payload(field, body);
            };
            if (sent != null) {
                members.put(field.locationName(), sent);
            }
        }
        SdkBytes content = operation.sendsContent() ? content(request) : ServiceCall.NOTHING;
        return new Call(service, operation.name(), members, binder, content);
    }

    /** Read from the model at the first request. */
    private RestRoutes routes(WireService service) {
        RestRoutes known = routes;
        if (known == null) {
            known = new RestRoutes(service.operations().all());
            routes = known;
        }
        return known;
    }

    /** Where a request leads. */
    private record Address(
            @Nullable String bucket, @Nullable String key) {
        static Address of(WireRequest request) {
            String path = request.path().isEmpty() ? "" : request.path().substring(1);
            String host = request.headers().getOrDefault("host", "");
            int dot = host.toLowerCase(Locale.ROOT).lastIndexOf(".localhost");
            if (dot > 0) {
                return new Address(host.substring(0, dot), decoded(path));
            }
            int slash = path.indexOf('/');
            return slash < 0
                    ? new Address(decoded(path), null)
                    : new Address(decoded(path.substring(0, slash)), decoded(path.substring(slash + 1)));
        }

        private static @Nullable String decoded(String part) {
            // A plus sign in a path is one.
            return part.isEmpty() ? null : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        int depth() {
            return bucket == null ? 0 : key == null ? 1 : 2;
        }
    }

    private static @Nullable Object header(WireRequest request, SdkField<?> field) {
        String name = field.locationName().toLowerCase(Locale.ROOT);
        if (field.marshallingType().getKnownType() == MarshallingKnownType.MAP) {
            Map<String, Object> entries = new HashMap<>();
            request.headers().forEach((header, value) -> {
                if (header.startsWith(name)) {
                    entries.put(header.substring(name.length()), value);
                }
            });
            return entries.isEmpty() ? null : Map.of("entry", entryList(entries));
        }
        String value = request.header(name);
        if (value == null) {
            return null;
        }
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> Map.of("member", Arrays.asList(value.split(",", -1)));
            case INSTANT -> instant(value);
            default -> value;
        };
    }

    private static List<Map<String, Object>> entryList(Map<String, Object> entries) {
        return entries.entrySet().stream()
                .map(entry -> Map.of("key", entry.getKey(), "value", entry.getValue()))
                .toList();
    }

    /** A date as HTTP writes it, in ISO 8601; anything else as it is. */
    private static String instant(String value) {
        try {
            return HTTP_DATE.parse(value, Instant::from).toString();
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static @Nullable Object payload(SdkField<?> field, SdkBytes body) {
        return field.containsTrait(PayloadTrait.class) ? XmlTree.read(body) : null;
    }

    private static SdkBytes content(WireRequest request) {
        boolean chunked =
                request.headers().getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
        return chunked ? AwsChunked.decode(request.body()) : request.body();
    }

    @Override
    public WireAnswer answer(WireRequest request, Call call, Served served, String requestId) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-amz-request-id", requestId);
        for (SdkField<?> field : served.response().sdkFields()) {
            Object value = field.getValueOrDefault(served.response());
            if (field.location() == MarshallLocation.HEADER && XmlWriter.isSet(value)) {
                put(headers, field, value);
            }
        }
        // The length is the entity's, and its type too.
        headers.remove("Content-Length");
        String type = headers.remove("Content-Type");
        SdkBytes content = served.content();
        if (content != null) {
            return new WireAnswer(200, type == null ? "binary/octet-stream" : type, headers, content);
        }
        int status = request.method().equals("DELETE") ? 204 : 200;
        return new WireAnswer(status, "application/xml", headers, body(call, served.response()));
    }

    private static void put(Map<String, String> headers, SdkField<?> field, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, text) -> headers.put(field.locationName() + name, "" + text));
            case Instant instant
            when field.containsTrait(TimestampFormatTrait.class) ->
                headers.put(field.locationName(), Scalars.iso(instant));
            case Instant instant ->
                headers.put(field.locationName(), HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC)));
            default -> headers.put(field.locationName(), value.toString());
        }
    }

    private static SdkBytes body(Call call, SdkPojo response) {
        List<SdkField<?>> members = response.sdkFields().stream()
                .filter(field -> field.location() == MarshallLocation.PAYLOAD)
                .toList();
        if (members.isEmpty()) {
            return ServiceCall.NOTHING;
        }
        XmlWriter xml = new XmlWriter();
        String namespace = requireNonNull(call.service().description().namespace());
        SdkField<?> first = members.getFirst();
        if (first.containsTrait(PayloadTrait.class)) {
            // The member is the document, as GetBucketLocation's constraint is.
            Object value = first.getValueOrDefault(response);
            xml.root(first.locationName(), namespace, () -> xml.content(value));
        } else {
            // Clients look at the children, whatever the document's name.
            xml.root(call.operation() + "Result", namespace, () -> xml.members(response, members));
        }
        return SdkBytes.fromUtf8String(xml.toString());
    }

    @Override
    public WireAnswer error(WireRequest request, WireError error, String requestId) {
        WireError spoken = inWordsOfS3(error);
        XmlWriter xml = new XmlWriter();
        xml.element("Error", () -> {
            xml.text("Code", spoken.code());
            if (spoken.message() != null) {
                xml.text("Message", spoken.message());
            }
            xml.text("RequestId", requestId);
        });
        return new WireAnswer(
                spoken.status(),
                "application/xml",
                Map.of("x-amz-request-id", requestId),
                SdkBytes.fromUtf8String(xml.toString()));
    }

    /** What every service answers, S3 says in its own words (API reference, "Error responses"). */
    private static WireError inWordsOfS3(WireError error) {
        return switch (error.code()) {
            case "Throttling" -> new WireError("SlowDown", 503, "Please reduce your request rate.");
            case "InternalFailure" ->
                new WireError("InternalError", error.status(), "We encountered an internal error. Please try again.");
            case "ExpiredToken" -> new WireError("ExpiredToken", 400, "The provided token has expired.");
            case "InvalidClientTokenId" ->
                new WireError(
                        "InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records.");
            case "InvalidAction" ->
                new WireError("MethodNotAllowed", 405, "The specified method is not allowed against this resource.");
            default -> error;
        };
    }
}
