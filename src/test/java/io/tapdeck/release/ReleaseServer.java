package io.tapdeck.release;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that tells of releases, on this computer, with a key of its own. */
public final class ReleaseServer implements AutoCloseable {
    /** One request as it arrived. */
    record Asked(String line, Headers headers) {}

    private final HttpServer server;
    private final KeyPair pair;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile String location = "";

    public ReleaseServer() throws IOException, GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(), exchange.getRequestHeaders()));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tapdeck.json";
    }

    /** The public key, as it is set. */
    public String key() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    UpdateSource source() {
        return UpdateSource.of(address(), key());
    }

    List<Asked> asked() {
        return asked;
    }

    /** Answers with a manifest of this server's key. */
    public void tells(String version, Instant released, Instant validUntil) {
        says(signed(manifest("tapdeck", version, released, validUntil, "https://tapdeck.example/" + version)));
    }

    void says(String words) {
        says(200, words);
    }

    void says(int code, String words) {
        status = code;
        body = words.getBytes(StandardCharsets.UTF_8);
    }

    void leadsTo(URI elsewhere) {
        location = elsewhere.toString();
        says(302, "");
    }

    static String manifest(String product, String version, Instant released, Instant validUntil, String page) {
        return "{\"product\": \"%s\", \"version\": \"%s\", \"released\": \"%s\", \"validUntil\": \"%s\", \"page\": \"%s\"}"
                .formatted(product, version, released, validUntil, page);
    }

    String signed(String manifest) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(manifest.getBytes(StandardCharsets.UTF_8));
            return envelope(manifest, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String envelope(String manifest, String signature) {
        return "{\"manifest\": \"%s\", \"signature\": \"%s\"}".formatted(manifest.replace("\"", "\\\""), signature);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
