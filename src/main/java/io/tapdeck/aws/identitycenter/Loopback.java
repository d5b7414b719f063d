package io.tapdeck.aws.identitycenter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser brings its answer: a server on 127.0.0.1 alone, which takes one answer that belongs to this sign-in and
 * refuses everything else (RFC 8252, 7.3 and 8.3). It checks the Host header, so that no other site's name leads to it.
 */
final class Loopback implements AutoCloseable {
    private static final String PATH = "/oauth/callback";

    /** What the browser brought: a code, or an error's name such as {@code access_denied}. Its text shows no code. */
    record Answer(String code, String error) {
        @Override
        public String toString() {
            return error.isEmpty() ? "Answer[code]" : "Answer[" + error + "]";
        }
    }

    private final Challenge challenge;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    /**
     * Opens a free port.
     *
     * @throws IOException if there is none to be had
     */
    Loopback(Challenge challenge) throws IOException {
        this.challenge = challenge;
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sign-in-answer-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where Identity Center sends the browser. */
    URI redirect() {
        return URI.create("http://" + host() + PATH);
    }

    /** The answer, once it is here; waits while its page is still being written to the browser. */
    Optional<Answer> answer() {
        return taken.get() ? Optional.of(answer.join()) : Optional.empty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!host().equals(exchange.getRequestHeaders().getFirst("Host"))) {
                say(exchange, 400, AnswerPage.NOT_FOR_HERE);
            } else if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
                say(exchange, 404, AnswerPage.NOT_FOR_HERE);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                say(exchange, 405, AnswerPage.NOT_FOR_HERE);
            } else {
                take(exchange, parameters(exchange.getRequestURI().getRawQuery()));
            }
        }
    }

    private void take(HttpExchange exchange, Map<String, List<String>> parameters) throws IOException {
        String state = single(parameters, "state");
        Answer brought = new Answer(single(parameters, "code"), single(parameters, "error"));
        if (!challenge.isState(state)
                || brought.code().isEmpty() == brought.error().isEmpty()) {
            // The sign-in goes on: whoever sent this must not be able to end it.
            say(exchange, 400, AnswerPage.NOT_FOR_HERE);
        } else if (!taken.compareAndSet(false, true)) {
            say(exchange, 410, AnswerPage.TAKEN);
        } else {
            try {
                say(exchange, 200, brought.error().isEmpty() ? AnswerPage.DONE : AnswerPage.NOT_ALLOWED);
            } finally {
                // Last, since the server is closed as soon as the answer is here.
                exchange.close();
                answer.complete(brought);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, AnswerPage page) throws IOException {
        byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The one value of a parameter; empty if it is absent or there are several. */
    private static String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    private static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, at)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone % is no encoding of anything.
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
