package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignInMethod;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.profiles.ProfileFile;

class NetworkTest {
    private static final URI PLAIN = URI.create("http://aws.test/");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private URI serve(HttpServer server) {
        server.createContext("/", exchange -> {
            passwords.addAll(exchange.getRequestHeaders().getOrDefault("Proxy-Authorization", List.of()));
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " for "
                    + exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    private URI proxy() throws IOException {
        return serve(HttpServer.create(loopback(), 0));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static Network network(Map<String, String> variables) {
        return new Network(name -> Optional.ofNullable(variables.get(name)));
    }

    private static int call(SdkHttpClient client, URI uri) throws IOException {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
        try (client) {
            return client.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call()
                    .httpResponse()
                    .statusCode();
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_PROXY", "http_proxy"})
    void callsGoThroughTheProxy(String variable) throws IOException {
        Network network = network(Map.of(variable, proxy().toString()));

        assertThat(call(network.client(PLAIN, null), PLAIN.resolve("/x"))).isEqualTo(204);
        assertThat(heard).containsExactly("GET http://aws.test/x for aws.test");
    }

    @Test
    void aProxyIsToldItsPasswordBeforeABodyThatCannotBeSentTwice() throws IOException {
        String address = proxy().toString().replace("://", "://ops:p%40w@");
        Network network = network(Map.of("HTTP_PROXY", address));

        assertThat(call(network.client(PLAIN, null), PLAIN.resolve("/x"))).isEqualTo(204);
        assertThat(passwords).containsExactly("Basic b3BzOnBAdw==");
    }

    @Test
    void callsOfAwsItselfGoThroughATunnelOfTheProxyForHttps() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Network network = network(Map.of("HTTPS_PROXY", "http://localhost:" + proxy.getLocalPort()));
            CompletableFuture<String> asked = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                try (Socket caller = proxy.accept()) {
                    asked.complete(new BufferedReader(
                                    new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
                } catch (IOException e) {
                    asked.completeExceptionally(e);
                }
            });

            // The stand-in digs no tunnel.
            assertThatThrownBy(() -> call(network.client(null, null), URI.create("https://aws.test/")))
                    .isInstanceOf(IOException.class);
            assertThat(asked.get()).isEqualTo("CONNECT aws.test:443 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws.test          | true",
                "test              | true",
                ".test             | true",
                "*.test            | true",
                "*                 | true",
                "other, AWS.TEST   | true",
                "ws.test           | false",
                "aws.test.example  | false",
                "aws-test          | false",
                "                  | false",
            })
    void namesThatAreExcludedAreReachedWithoutIt(String excluded, boolean direct) throws IOException {
        String list = excluded == null ? "" : excluded;
        Network network = network(Map.of("HTTP_PROXY", proxy().toString(), "NO_PROXY", list));

        try {
            call(network.client(PLAIN, null), PLAIN);
        } catch (IOException e) {
            // The name leads nowhere by itself.
            assertThat(direct).isTrue();
        }
        assertThat(heard.isEmpty()).isEqualTo(direct);
    }

    @Test
    void thisComputerIsNeverBehindAProxy() throws IOException {
        URI sandbox = serve(HttpServer.create(loopback(), 0));
        Network network = network(Map.of("HTTP_PROXY", "http://no-such-proxy.invalid:1"));

        assertThat(call(network.client(sandbox, null), sandbox)).isEqualTo(204);
    }

    @Test
    void aProxyThatCannotBeMeantIsToldWithoutItsPassword() {
        Network network = network(Map.of("HTTPS_PROXY", "http://ops:planted-secret@"));

        assertThatThrownBy(() -> network.client(null, null))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("proxy")
                .hasMessageNotContaining("planted-secret")
                .hasNoCause();
    }

    @Test
    void aCompanysAuthorityIsTrustedByVariableOrProfile(@TempDir Path folder) throws Exception {
        Path bundle = folder.resolve("ca.pem");
        URI server = serve(OwnAuthority.server(bundle, folder));

        assertThat(call(network(Map.of("AWS_CA_BUNDLE", bundle.toString())).client(server, null), server))
                .isEqualTo(204);
        assertThat(call(network(Map.of()).client(server, bundle.toString()), server))
                .isEqualTo(204);
        assertThatThrownBy(() -> call(network(Map.of()).client(server, null), server))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @CsvSource({"[default],", "[profile own],own"})
    void aProfilesAuthorityIsTrustedWherePeopleSignInForIt(
            String section, @Nullable String profile, @TempDir Path folder) throws Exception {
        Path bundle = folder.resolve("ca.pem");
        URI server = serve(OwnAuthority.server(bundle, folder));
        ProfileFile files = ProfileFile.builder()
                .content("""
                        %s
                        endpoint_url = %s
                        ca_bundle = %s
                        """.formatted(section, server, bundle))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        TokenCache cache = new TokenCache(folder.resolve("cache"), Thread::sleep);
        SsoSession acme = new SsoSession("acme", "https://acme.awsapps.com/start", "eu-west-1", List.of());

        try (AwsConnections connections = new AwsConnections(
                Instant::now, AwsRetryStrategy.doNotRetry(), () -> files, name -> Optional.empty(), cache)) {
            SignIn signIn = connections.identityCenter(profile).signIn(acme, page -> {});
            // What answers here is no Identity Center; that it was heard is enough.
            assertThatThrownBy(() -> signIn.run(SignInMethod.DEVICE_CODE, event -> {}))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(heard).first(STRING).startsWith("POST /client/register");
    }

    @Test
    void aBundleThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path wrong : List.of(folder.resolve("absent.pem"), empty, folder)) {
            assertThatThrownBy(() ->
                            network(Map.of("AWS_CA_BUNDLE", wrong.toString())).client(null, null))
                    .isInstanceOf(AwsException.class)
                    .hasMessageContaining(wrong.toString());
        }
    }
}
