package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where calls go by the standard variables and files (AWS SDKs and tools reference guide, "Service-specific endpoints"). The
 * SDK reads the variables itself, so each case is a process of its own.
 */
class EndpointsTest {
    private static final String IDENTITY = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:sts::123456789012:assumed-role/Administrator/ops</Arn><UserId>U</UserId>\
            <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""";

    @TempDir
    Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** The address of a place that answers like STS, whatever it is asked, and says that it was. */
    private String place(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(name + exchange.getRequestURI().getPath());
            byte[] bytes = IDENTITY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    /** Where the calls of {@link EndpointProbe} went, each place once. */
    private List<String> places(String config, Map<String, String> variables) throws Exception {
        Path file = Files.writeString(folder.resolve("config"), """
                [sso-session acme]
                sso_start_url = https://acme.awsapps.com/start
                sso_region = eu-west-1
                """ + config);
        ProcessBuilder probe = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndpointProbe.class.getName());
        probe.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        probe.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "AWS_CONFIG_FILE",
                        file.toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        folder.resolve("none").toString(),
                        "AWS_ACCESS_KEY_ID",
                        "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY",
                        "example",
                        "AWS_REGION",
                        "eu-west-1"));
        probe.environment().putAll(variables);
        Process run = probe.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return List.copyOf(new LinkedHashSet<>(asked));
    }

    @Test
    void aVariableLeadsEveryService() throws Exception {
        assertThat(places("", Map.of("AWS_ENDPOINT_URL", place("all")))).containsExactly("all/", "all/client/register");
    }

    @Test
    void aVariableOfOneServiceComesFirst() throws Exception {
        assertThat(places(
                        "",
                        Map.of(
                                "AWS_ENDPOINT_URL",
                                place("all"),
                                "AWS_ENDPOINT_URL_STS",
                                place("sts"),
                                "AWS_ENDPOINT_URL_CLOUDFORMATION",
                                place("stacks"),
                                "AWS_ENDPOINT_URL_SSO_OIDC",
                                place("oidc"))))
                .containsExactly("sts/", "stacks/", "oidc/client/register");
    }

    @Test
    void theServicesSectionOfTheProfileLeadsThem() throws Exception {
        String config = """
                [default]
                services = local
                endpoint_url = %s
                [services local]
                cloudformation =
                  endpoint_url = %s
                sso_oidc =
                  endpoint_url = %s
                """.formatted(place("sts"), place("stacks"), place("oidc"));

        assertThat(places(config, Map.of())).containsExactly("sts/", "stacks/", "oidc/client/register");
    }
}
