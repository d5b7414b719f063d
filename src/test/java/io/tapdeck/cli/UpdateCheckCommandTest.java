package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.release.ReleaseServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Asking for a newer Tapdeck on the command line. */
class UpdateCheckCommandTest extends CommandTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void withoutASourceItSaysWhatIsMissing() {
        assertThat(run("update-check")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("No address and key of releases are set.", "--address URL --key BASE64");
        assertThat(run("update-check", "--address", "https://tapdeck.example/")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("update-check", "--address", "http://tapdeck.example/", "--key", "AAAA"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("not an https address");
    }

    @Test
    void aNewerVersionIsToldAndAnUnsignedOneRefused() throws Exception {
        Instant now = engines.clock.instant();
        try (ReleaseServer server = new ReleaseServer();
                ReleaseServer other = new ReleaseServer()) {
            server.tells("0.2.0", now, now.plus(WEEK));
            assertThat(run("update-check", "--address", server.address(), "--key", server.key()))
                    .isZero();
            assertThat(out()).startsWith("Tapdeck 0.2.0 is there: https://tapdeck.example/0.2.0.");

            assertThat(run("update-check", "--address", server.address(), "--key", other.key()))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains("not signed with the key that is set").doesNotContain("unexpected");
        }
    }
}
