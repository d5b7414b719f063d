package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A company's proxy that asks for a password before it digs a tunnel to AWS. The JDK reads once in a process whether it may
 * answer, so each case is a process of its own: Tapdeck's.
 */
class ProxyPasswordTest {
    private static final String RIGHT =
            Base64.getEncoder().encodeToString("ops:planted@secret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    /** What the proxy was asked: the line, and the credentials with it. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private ServerSocket proxy;

    @BeforeEach
    void listen() throws IOException {
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            while (!proxy.isClosed()) {
                try {
                    Socket caller = proxy.accept();
                    Thread.startVirtualThread(() -> serve(caller));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private void serve(Socket caller) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String credentials = "";
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: basic ")) {
                        credentials = header.substring("proxy-authorization: basic ".length());
                    }
                }
                asked.add(line + " " + credentials);
                // The stand-in digs no tunnel for anybody.
                String answer = credentials.equals(RIGHT)
                        ? "502 Bad Gateway"
                        : "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"acme\"";
                caller.getOutputStream()
                        .write("HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n"
                                .formatted(answer)
                                .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The caller has hung up.
        }
    }

    private String list(String userInfo) throws IOException, InterruptedException {
        ProcessBuilder tapdeck = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + folder,
                "io.tapdeck.Tapdeck",
                "list",
                "--region",
                "eu-west-1");
        tapdeck.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        tapdeck.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "XDG_DATA_HOME",
                        folder.toString(),
                        "AWS_ACCESS_KEY_ID",
                        "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY",
                        "example",
                        "HTTPS_PROXY",
                        "http://%s@localhost:%d".formatted(userInfo, proxy.getLocalPort())));
        Path said = folder.resolve("said");
        Process run =
                tapdeck.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        run.waitFor();
        return Files.readString(said);
    }

    @Test
    void itIsToldWhenItAsks() throws Exception {
        String said = list("ops:planted%40secret");

        assertThat(asked)
                .as(said)
                .startsWith(
                        "CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1 ",
                        "CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1 " + RIGHT);
        assertThat(said).contains("The proxy lets no call through").doesNotContain("planted", RIGHT);
    }

    /** Companies lock accounts after a few wrong ones. */
    @Test
    void oneThatIsRefusedIsNotToldOverAndOver() throws Exception {
        String said = list("ops:planted-wrong");

        assertThat(asked).as(said).isNotEmpty();
        assertThat(asked.stream().filter(line -> !line.endsWith(" ")))
                .as("once for each time that the call was tried")
                .hasSize(asked.size() / 2);
        assertThat(said).contains("The proxy lets no call through").doesNotContain("planted");
    }
}
