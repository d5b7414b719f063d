package io.tapdeck.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an endpoint and holds back one call, or its answer, until whoever made it is dead. */
final class Gate implements AutoCloseable {
    /** What the client itself sets. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "expect", "upgrade");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CountDownLatch dead = new CountDownLatch(1);
    private final AtomicInteger seen = new AtomicInteger();
    private final URI target;
    private final Stop stop;
    private final HttpServer server;

    /**
     * Which call is held back.
     *
     * @param operation its name in the Query protocol
     * @param number which one of these, from 1
     * @param arrives whether it reaches the endpoint; then its answer is held back
     */
    record Stop(String operation, int number, boolean arrives) {}

    Gate(URI target, Stop stop) throws IOException {
        this.target = target;
        this.stop = stop;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns once the call is held back, or the process that should make it has ended. */
    void awaitCall(Process process) {
        CompletableFuture.anyOf(reached, process.onExit()).join();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean held = new String(body, StandardCharsets.UTF_8).contains("Action=" + stop.operation() + "&")
                    && seen.incrementAndGet() == stop.number();
            if (held && !stop.arrives()) {
                hold();
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            if (held) {
                hold();
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold() throws InterruptedException {
        reached.complete(null);
        dead.await();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        dead.countDown();
        server.stop(0);
        client.close();
    }
}
