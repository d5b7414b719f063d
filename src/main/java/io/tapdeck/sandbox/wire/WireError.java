package io.tapdeck.sandbox.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A failure as it travels.
 *
 * @param shape the error's shape in the service's model; the JSON and CBOR protocols name it
 * @param code the error's Query code; equal to the shape where the model gives no other
 * @param status the HTTP status; below 500 it is the sender's fault
 * @param message null if there is nothing to say
 * @param members the modelled members beyond the message
 */
record WireError(
        String shape, String code, int status, @Nullable String message, SdkPojo members) {

    WireError(String code, int status, @Nullable String message) {
        this(code, code, status, message, NO_MEMBERS);
    }

    /** What AWS answers to an operation that a service does not have. */
    static WireError unknownOperation(String operation, String version) {
        return new WireError(
                "UnknownOperationException",
                "InvalidAction",
                400,
                "Could not find operation " + operation + " for version " + version,
                NO_MEMBERS);
    }

    /** What AWS answers when it cannot read a request. */
    static WireError malformed(String message) {
        return new WireError("SerializationException", "MalformedInput", 400, message, NO_MEMBERS);
    }

    /** What AWS answers when its own service fails. */
    static WireError internal() {
        return server(500);
    }

    /** What AWS answers with a status of 500 or more. */
    static WireError server(int status) {
        return status == 503
                ? new WireError("ServiceUnavailable", status, "The service is unavailable. Please try again shortly.")
                : new WireError("InternalFailure", status, "We encountered an internal error. Please try again.");
    }

    /** What AWS answers when calls come too fast. */
    static WireError throttled() {
        return new WireError("ThrottlingException", "Throttling", 400, "Rate exceeded", NO_MEMBERS);
    }

    /** What AWS answers when the caller's credentials are not good any more. */
    static WireError expired() {
        return new WireError(
                "ExpiredTokenException",
                "ExpiredToken",
                403,
                "The security token included in the request is expired",
                NO_MEMBERS);
    }

    /** What AWS answers when it has not given out the caller's credentials, or not with this session token. */
    static WireError unknownToken() {
        return new WireError(
                "UnrecognizedClientException",
                "InvalidClientTokenId",
                403,
                "The security token included in the request is invalid.",
                NO_MEMBERS);
    }

    /** What AWS answers to an action that no policy allows, such as {@code cloudformation:CreateChangeSet}. */
    static WireError denied(Caller caller, String action) {
        return new WireError(
                "AccessDeniedException",
                "AccessDenied",
                403,
                "User: " + caller.arn() + " is not authorized to perform: " + action
                        + " because no identity-based policy allows the " + action + " action",
                NO_MEMBERS);
    }

    boolean senderFault() {
        return status < 500;
    }

    static final SdkPojo NO_MEMBERS = new SdkPojo() {
        @Override
        public List<SdkField<?>> sdkFields() {
            return List.of();
        }
    };
}
