package io.tapdeck.sandbox.wire;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An HTTP request as far as AWS's protocols look at it.
 *
 * @param path without the query
 * @param headers by lower-case name
 * @param body as it was before any content encoding
 */
record WireRequest(String path, Map<String, String> headers, SdkBytes body) {
    private static final Pattern CREDENTIAL_SCOPE = Pattern.compile("Credential=[^/,]+/\\d{8}/([^/,]+)/[^/,]+/");

    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The region that the request is signed for (SigV4's credential scope); us-east-1 for an unsigned request. */
    String region() {
        Matcher scope = CREDENTIAL_SCOPE.matcher(headers.getOrDefault("authorization", ""));
        return scope.find() ? scope.group(1) : "us-east-1";
    }
}
