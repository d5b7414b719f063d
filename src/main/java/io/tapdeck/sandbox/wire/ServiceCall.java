package io.tapdeck.sandbox.wire;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A call that reached a handler.
 *
 * @param origin who calls from where
 * @param service such as {@code CloudFormation}
 * @param operation as the client interface has it
 * @param request of the operation's request class
 * @param content what comes with the request beside its members: an object for S3; empty for most
 */
public record ServiceCall(Origin origin, String service, String operation, SdkPojo request, SdkBytes content) {
    static final SdkBytes NOTHING = SdkBytes.fromByteArray(new byte[0]);

    private static final Pattern READING = Pattern.compile("Describe|Get|List|Head|Validate|Estimate|Simulate");

    private static final Set<String> SIGN_IN = Set.of("OIDC", "SSO", "STS");

    /** A call whose request is all there is. */
    public ServiceCall(Origin origin, String service, String operation, SdkPojo request) {
        this(origin, service, operation, request, NOTHING);
    }

    /** Whether the operation only reads, as AWS names such operations. */
    public boolean reads() {
        return READING.matcher(operation).lookingAt();
    }

    /**
     * Whether the call gives out secrets or takes them back. What it does ends with the sandbox, and none of it is written
     * down.
     */
    public boolean isSignIn() {
        return SIGN_IN.contains(service);
    }

    /** What a policy calls the right to make the call, such as {@code rds:DescribeDbClusters}, in whatever case. */
    public String action() {
        return service.toLowerCase(Locale.ROOT) + ":" + operation;
    }
}
