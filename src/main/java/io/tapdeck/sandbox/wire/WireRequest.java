package io.tapdeck.sandbox.wire;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An HTTP request as far as AWS's protocols look at it.
 *
 * @param method such as {@code POST}
 * @param path without the query, as it was sent
 * @param query as it was sent; empty without one
 * @param headers by lower-case name
 * @param body as it was before any content encoding
 */
record WireRequest(String method, String path, String query, Map<String, String> headers, SdkBytes body) {
    private static final Pattern CREDENTIAL_SCOPE = Pattern.compile("Credential=([^/,]+)/\\d{8}/([^/,]+)/([^/,]+)/");

    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The region that the request is signed for (SigV4's credential scope); us-east-1 for an unsigned request. */
    String region() {
        Matcher scope = scope();
        return scope.find() ? scope.group(2) : "us-east-1";
    }

    /** The service that the request is signed for, such as {@code s3}; empty for an unsigned request. */
    String signedFor() {
        Matcher scope = scope();
        return scope.find() ? scope.group(3) : "";
    }

    /** The access key that the request is signed with; null for an unsigned request. */
    @Nullable
    String accessKeyId() {
        Matcher scope = scope();
        return scope.find() ? scope.group(1) : null;
    }

    private Matcher scope() {
        return CREDENTIAL_SCOPE.matcher(headers.getOrDefault("authorization", ""));
    }
}
