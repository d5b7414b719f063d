package io.tapdeck.sandbox.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP as it is typed, for what no client sends. */
final class RawHttp {
    private RawHttp() {}

    /** Sends a request with a Host of one's choice, and returns the whole answer. */
    static String send(URI endpoint, String host, String headLines, String body) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "POST / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: "
                    + bytes.length + "\r\n" + headLines + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a form to the endpoint by its own name. */
    static String form(URI endpoint, String form) throws IOException {
        return send(
                endpoint,
                endpoint.getAuthority(),
                "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n",
                form);
    }

    /** Calls CloudWatch in JSON 1.0, as the AWS CLI does. */
    static String json(URI endpoint, String operation, String body) throws IOException {
        return send(
                endpoint,
                endpoint.getAuthority(),
                "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: GraniteServiceVersion20100801." + operation
                        + "\r\nx-amzn-query-mode: true\r\n",
                body);
    }
}
