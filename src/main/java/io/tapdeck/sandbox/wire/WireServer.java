package io.tapdeck.sandbox.wire;

import io.tapdeck.sandbox.faults.FaultScript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import software.amazon.awssdk.core.SdkBytes;

/**
 * HTTP on the loopback interface. Only who calls it by that name is answered: a page in a browser that has made another
 * name point here is not. Every answer carries the sandbox's time in its {@code Date} header, which is why this is not
 * the JDK's server: that one writes its own.
 */
public final class WireServer implements AutoCloseable {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);
    private static final String HOST = "127.0.0.1";

    /** The largest request in AWS's own limits is 1 MB (PutMetricData). */
    private static final int LARGEST_BODY = 16 << 20;

    private final HttpServer server;
    private final Dispatcher dispatcher;
    private final InstantSource clock;
    private final Supplier<String> about;
    private final WebPages pages;

    /**
     * Starts a server.
     *
     * @param port 0 for any free one
     * @param clock what the {@code Date} header tells
     * @param about what {@code GET /} answers, as JSON
     * @param pages what people see in a browser
     * @param turnstile where calls pass on their way to a handler
     * @param pause waits, for the script's delays and timeouts
     * @throws IOException if the port cannot be had
     */
    public WireServer(
            int port,
            List<WireService> services,
            FaultScript faults,
            InstantSource clock,
            Supplier<String> about,
            WebPages pages,
            Turnstile turnstile,
            Consumer<Duration> pause)
            throws IOException {
        this.dispatcher = new Dispatcher(services, faults, turnstile, pause);
        this.clock = clock;
        this.about = about;
        this.pages = pages;
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.ofLiteral(HOST))
                .setServerSocketFactory(new ListeningSocket.Factory(InetAddress.ofLiteral(HOST)))
                .setListenerPort(port)
                // A sandbox that is started again gets its port although old connections linger (TIME_WAIT).
                .setSocketConfig(SocketConfig.custom().setSoReuseAddress(true).build())
                .setRequestRouter((request, context) -> this::handle)
                .create();
        server.start();
    }

    /** Where the server listens: {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return URI.create("http://" + HOST + ":" + server.getLocalPort());
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        String requestId = UUID.randomUUID().toString();
        WireAnswer answer = answer(request, requestId);
        response.setCode(answer.status());
        response.setHeader("Date", HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        response.setHeader("x-amzn-RequestId", requestId);
        answer.headers().forEach(response::setHeader);
        if (answer.status() == HttpStatus.SC_NO_CONTENT) {
            return;
        }
        response.setEntity(
                new ByteArrayEntity(answer.body().asByteArrayUnsafe(), ContentType.parse(answer.contentType())));
    }

    private WireAnswer answer(ClassicHttpRequest request, String requestId) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        if (!isOurName(headers.getOrDefault("host", ""))) {
            return text(421, "This server answers on 127.0.0.1 and localhost only.\n");
        }
        String path = request.getPath();
        if (request.getMethod().equals("GET") && path.equals("/") && !headers.containsKey("authorization")) {
            return new WireAnswer(200, "application/json", SdkBytes.fromUtf8String(about.get()));
        }
        HttpEntity entity = request.getEntity();
        byte[] body = entity == null ? new byte[0] : limited(entity.getContent());
        if (body.length <= LARGEST_BODY && "gzip".equals(headers.get("content-encoding"))) {
            body = limited(new GZIPInputStream(new ByteArrayInputStream(body)));
        }
        if (body.length > LARGEST_BODY) {
            return text(413, "The request is too large.\n");
        }
        int query = path.indexOf('?');
        WireRequest read = new WireRequest(
                request.getMethod(),
                query < 0 ? path : path.substring(0, query),
                query < 0 ? "" : path.substring(query + 1),
                headers,
                SdkBytes.fromByteArrayUnsafe(body));
        // What is signed is for a service, whatever its path.
        return pages.has(read.path()) && !headers.containsKey("authorization")
                ? page(read)
                : dispatcher.answer(read, requestId);
    }

    private WireAnswer page(WireRequest request) {
        try {
            boolean sendsForm =
                    request.headers().getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded");
            WebPages.Page page = pages.answer(new WebPages.Visit(
                    request.method(),
                    request.path(),
                    RestBinding.query(request.query()),
                    sendsForm ? RestBinding.query(request.body().asUtf8String()) : Map.of(),
                    request.headers()));
            return new WireAnswer(
                    page.status(), "text/html; charset=utf-8", page.headers(), SdkBytes.fromUtf8String(page.html()));
        } catch (WireException e) {
            return text(400, "This is not form encoded.\n");
        }
    }

    private boolean isOurName(String host) {
        String port = ":" + server.getLocalPort();
        // Names under localhost are this machine everywhere (RFC 6761): S3's clients put a bucket's name before it.
        return host.equals(HOST + port)
                || host.equalsIgnoreCase("localhost" + port)
                || host.toLowerCase(Locale.ROOT).endsWith(".localhost" + port);
    }

    private static byte[] limited(InputStream in) throws IOException {
        return in.readNBytes(LARGEST_BODY + 1);
    }

    private static WireAnswer text(int status, String text) {
        return new WireAnswer(status, "text/plain", SdkBytes.fromUtf8String(text));
    }
}
