package io.tapdeck.sandbox.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;

/**
 * A server socket whose port is free once it is closed. One of the JDK is not yet: the kernel listens on until the thread
 * that waits in {@link #accept} has woken up.
 */
final class ListeningSocket extends ServerSocket {

    private final Semaphore accepting = new Semaphore(1);

    private ListeningSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
        accepting.acquireUninterruptibly();
        try {
            return super.accept();
        } finally {
            accepting.release();
        }
    }

    /** Closes it and waits until nobody accepts connections any more. */
    @Override
    public void close() throws IOException {
        super.close();
        accepting.acquireUninterruptibly();
        accepting.release();
    }

    /** Makes such sockets, on a given address only. */
    static final class Factory extends ServerSocketFactory {
        private final InetAddress address;

        Factory(InetAddress address) {
            this.address = address;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket(port, 0, address);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port, backlog, address);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
            ListeningSocket socket = new ListeningSocket();
            try {
                socket.bind(new InetSocketAddress(at, port), backlog);
            } catch (IOException taken) {
                socket.close();
                throw taken;
            }
            return socket;
        }
    }
}
