package io.tapdeck.sandbox.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Smithy RPC v2 CBOR: the path names service and operation. */
final class CborProtocol extends DocumentProtocol {
    private static final Pattern TARGET = Pattern.compile(".*/service/([^/]+)/operation/(\\w+)");

    CborProtocol(List<WireService> services) {
        super(services, new DocumentCodec(new CBORFactory()));
    }

    @Override
    public boolean speaks(WireRequest request) {
        return "rpc-v2-cbor".equals(request.header("smithy-protocol")) && super.speaks(request);
    }

    @Override
    Matcher target(WireRequest request) {
        return TARGET.matcher(request.path());
    }

    @Override
    String contentType(WireRequest request) {
        return "application/cbor";
    }

    @Override
    Map<String, String> headers() {
        return Map.of("smithy-protocol", "rpc-v2-cbor");
    }
}
