package io.tapdeck.sandbox.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * A call that reached a handler.
 *
 * @param region such as {@code us-east-1}
 * @param service such as {@code CloudFormation}
 * @param operation as the client interface has it
 * @param request of the operation's request class
 */
public record ServiceCall(String region, String service, String operation, SdkPojo request) {

    /** Whether the operation only reads, as AWS names such operations. */
    public boolean reads() {
        return operation.startsWith("Describe")
                || operation.startsWith("Get")
                || operation.startsWith("List")
                || operation.startsWith("Validate")
                || operation.startsWith("Estimate");
    }
}
