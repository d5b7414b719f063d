package io.tapdeck.sandbox.wire;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** An HTTP answer, complete but for what the server adds to every one. */
record WireAnswer(int status, String contentType, Map<String, String> headers, SdkBytes body) {
    WireAnswer(int status, String contentType, SdkBytes body) {
        this(status, contentType, Map.of(), body);
    }
}
