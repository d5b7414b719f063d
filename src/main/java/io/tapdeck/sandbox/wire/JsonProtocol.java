package io.tapdeck.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS JSON 1.0 and 1.1: the header {@code X-Amz-Target} names service and operation. */
final class JsonProtocol extends DocumentProtocol {
    private static final Pattern TARGET = Pattern.compile("([^.]+)\\.(\\w+)");

    JsonProtocol(List<WireService> services) {
        super(services, new DocumentCodec(new JsonFactory()));
    }

    @Override
    Matcher target(WireRequest request) {
        return TARGET.matcher(orEmpty(request.header("x-amz-target")));
    }

    @Override
    String contentType(WireRequest request) {
        return orEmpty(request.header("content-type")).startsWith("application/x-amz-json-1.1")
                ? "application/x-amz-json-1.1"
                : "application/x-amz-json-1.0";
    }

    @Override
    Map<String, String> headers() {
        return Map.of();
    }
}
