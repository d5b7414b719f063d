package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server for the browser's answer takes, spoken to by raw HTTP. */
class LoopbackTest {
    private static final String STATE = "PLANTED-state";
    private static final String ANSWER = "/oauth/callback?code=PLANTED-code&state=" + STATE;

    private Loopback loopback;

    @BeforeEach
    void open() throws IOException {
        loopback = new Loopback(new Challenge("verifier", STATE));
    }

    @AfterEach
    void close() {
        loopback.close();
    }

    private String say(String method, String target, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), loopback.redirect().getPort())) {
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(method, target, host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String host() {
        return loopback.redirect().getAuthority();
    }

    private int status(String method, String target, String host) throws IOException {
        return Integer.parseInt(say(method, target, host).split(" ", 3)[1]);
    }

    @Test
    void itTakesOneAnswerAndNoSecond() throws IOException {
        assertThat(loopback.answer()).isEmpty();

        assertThat(status("GET", ANSWER, host())).isEqualTo(200);
        assertThat(loopback.answer()).contains(new Loopback.Answer("PLANTED-code", ""));

        assertThat(status("GET", ANSWER.replace("PLANTED-code", "another"), host()))
                .isEqualTo(410);
        assertThat(loopback.answer()).contains(new Loopback.Answer("PLANTED-code", ""));
        assertThat(loopback.answer().toString()).doesNotContain("PLANTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth/callback",
                "/oauth/callback?",
                "/oauth/callback?code=c",
                "/oauth/callback?state=PLANTED-state",
                "/oauth/callback?code=c&state=wrong",
                "/oauth/callback?code=c&state=PLANTED-stat",
                "/oauth/callback?code=c&state=PLANTED-state&state=PLANTED-state",
                "/oauth/callback?code=c&code=d&state=PLANTED-state",
                "/oauth/callback?code=c&error=e&state=PLANTED-state",
                "/oauth/callback?error=access_denied",
                "/oauth/callback?code=%zz&state=PLANTED-state"
            })
    void whatDoesNotBelongToTheSignInDoesNotEndIt(String target) throws IOException {
        assertThat(status("GET", target, host())).isEqualTo(400);
        assertThat(loopback.answer()).isEmpty();

        assertThat(status("GET", ANSWER, host())).isEqualTo(200);
    }

    @Test
    void itAnswersToItsOwnNameAndPathOnly() throws IOException {
        for (String host :
                List.of("evil.example.com", "localhost:" + loopback.redirect().getPort(), "127.0.0.1")) {
            assertThat(status("GET", ANSWER, host)).as(host).isEqualTo(400);
        }
        assertThat(status("GET", ANSWER.replace("/oauth/callback", "/"), host()))
                .isEqualTo(404);
        assertThat(status("GET", ANSWER.replace("/oauth/callback", "/oauth/callback/more"), host()))
                .isEqualTo(404);
        assertThat(status("GET", "/favicon.ico", host())).isEqualTo(404);
        assertThat(status("POST", ANSWER, host())).isEqualTo(405);
        assertThat(loopback.answer()).isEmpty();
    }

    @Test
    void itsPageRunsNothingAndStaysNowhere() throws IOException {
        String page = say("GET", ANSWER, host());

        assertThat(page)
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .containsIgnoringCase("Cache-Control: no-store")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .contains("lang=\"en\"", "aria-labelledby", "You can close this tab")
                .doesNotContain("<script", "PLANTED");
    }

    @Test
    void nobodyElseReachesIt() throws IOException {
        int port = loopback.redirect().getPort();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close())
                            .as(address.toString())
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
        loopback.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }
}
