package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

/** The port of a socket that is closed while a thread waits for connections (a socket of the JDK loses most of these). */
class ListeningSocketTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int TIMES = 200;

    private final ListeningSocket.Factory sockets = new ListeningSocket.Factory(LOOPBACK);

    @Test
    void aPortIsFreeOnceItsSocketIsClosed() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            int port = listenAndClose();
            try (ServerSocket again = new ServerSocket(port, 1, LOOPBACK)) {
                assertThat(again.getLocalPort()).isEqualTo(port);
            }
        }
    }

    private int listenAndClose() throws Exception {
        SynchronousQueue<Boolean> accepted = new SynchronousQueue<>();
        try (ServerSocket listening = sockets.createServerSocket(0)) {
            Thread.ofPlatform().start(() -> accept(listening, accepted));
            try (Socket client = new Socket(LOOPBACK, listening.getLocalPort())) {
                assertThat(client.isConnected()).isTrue();
                assertThat(accepted.take()).isTrue();
            }
            return listening.getLocalPort();
        }
    }

    private static void accept(ServerSocket listening, SynchronousQueue<Boolean> accepted) {
        try {
            while (true) {
                try (Socket connection = listening.accept()) {
                    accepted.put(connection.isConnected());
                }
            }
        } catch (IOException | InterruptedException end) {
            // Closed: nothing more to accept.
        }
    }
}
