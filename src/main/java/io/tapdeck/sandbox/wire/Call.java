package io.tapdeck.sandbox.wire;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A call, read from a request but not yet bound to the operation's request class.
 *
 * @param operation as the client spelled it, such as {@code DescribeDBClusters}
 * @param members what was sent, by the members' names on the wire
 * @param binder how the members become a request
 * @param content what was sent beside the members; empty for most
 */
record Call(
        WireService service, String operation, Map<String, Object> members, RequestBinder binder, SdkBytes content) {

    /** A call without content. */
    Call(WireService service, String operation, Map<String, Object> members, RequestBinder binder) {
        this(service, operation, members, binder, ServiceCall.NOTHING);
    }
}
