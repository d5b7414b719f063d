package io.tapdeck.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.Network;
import io.tapdeck.desk.kit.MemoryStore;
import io.tapdeck.desk.kit.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of a newer Tapdeck, and what is refused. */
class UpdatesTest {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Made with OpenSSL 3.0: {@code openssl pkey -pubout} and {@code openssl pkeyutl -sign -rawin}. */
    private static final String OPENSSL_KEY = "MCowBQYDK2VwAyEAktXvE1sp3cqrrjh5/K1hKgeY/uQrlRDLxp/gvLY/f7A=";

    private static final String OPENSSL_SIGNATURE =
            "7JSrIkt2+92CAVOBn/q677T6SuGllQKv9lKeT1uwZ/SDyEv/ptbEgW+ZpvwvmLzHhVtqM8GFfT3UTdn+GOtFCQ==";

    private final VirtualClock clock = new VirtualClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final Updates updates = new Updates(
            store,
            address -> new Network(name -> Optional.empty()).client(address, null),
            new ThisBuild("0.1.0", "", "26", "2"),
            clock);
    private final Instant now = clock.instant();
    private ReleaseServer server;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        server = new ReleaseServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aManifestThatAnotherProgramSignedIsUnderstood() {
        String manifest = ReleaseServer.manifest(
                "tapdeck",
                "0.2.0",
                Instant.parse("2026-12-01T00:00:00Z"),
                Instant.parse("2027-03-01T00:00:00Z"),
                "https://tapdeck.example/0.2.0");
        server.says(ReleaseServer.envelope(manifest, OPENSSL_SIGNATURE));

        Updates.Answer answer = updates.look(UpdateSource.of(server.address(), OPENSSL_KEY));

        assertThat(answer.newer()).isTrue();
        assertThat(answer.words()).isEqualTo("Tapdeck 0.2.0 is there: https://tapdeck.example/0.2.0. This is 0.1.0.");
    }

    @ParameterizedTest
    @CsvSource({"0.1.0,false", "0.0.9,false", "0.1,false", "0.1.1,true", "0.10.0,true", "1,true"})
    void versionsAreComparedByTheirNumbers(String version, boolean newer) {
        server.tells(version, now, now.plus(WEEK));
        assertThat(updates.look(server.source()).newer()).isEqualTo(newer);
    }

    @Test
    void theRequestSaysNothingOfWhoAsks() {
        server.tells("0.2.0", now, now.plus(WEEK));
        updates.look(server.source());

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo("GET /tapdeck.json");
            assertThat(asked.headers().keySet())
                    .isSubsetOf("Host", "User-agent", "Accept", "Accept-encoding", "Connection");
            assertThat(asked.headers().getFirst("User-agent")).isEqualTo("tapdeck");
        });
    }

    @Test
    void nobodyIsAskedBeforeItIsSwitchedOnAndThenOnceADay() {
        server.tells("0.2.0", now, now.plus(WEEK));
        assertThat(updates.lookIfDue()).isEmpty();
        updates.choose(new Updates.Choice(false, server.address(), server.key()));
        assertThat(updates.lookIfDue()).isEmpty();
        assertThat(server.asked()).isEmpty();

        updates.choose(new Updates.Choice(true, server.address(), server.key()));
        assertThat(updates.lookIfDue())
                .hasValueSatisfying(answer -> assertThat(answer.newer()).isTrue());
        clock.advance(Duration.ofHours(23));
        assertThat(updates.lookIfDue()).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(updates.lookIfDue()).isPresent();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void anOlderManifestIsRefusedOnceANewerWasSeen() {
        server.tells("0.3.0", now, now.plus(WEEK));
        updates.look(server.source());
        server.tells("0.2.0", now.minusSeconds(1), now.plus(WEEK));
        refuses("older than one that was read before");
    }

    @Test
    void aManifestRunsOutSoThatNoNewerOneCanBeHeldBack() {
        server.tells("0.2.0", now, now.plus(WEEK));
        clock.advance(WEEK.plusSeconds(1));
        refuses("ran out on");
    }

    @Test
    void whatIsNotSignedIsNotBelieved() {
        String manifest = ReleaseServer.manifest("tapdeck", "0.2.0", now, now.plus(WEEK), "https://tapdeck.example/");
        String signed = server.signed(manifest);
        server.says(signed.replace("0.2.0", "0.2.1"));
        refuses("not signed with the key that is set");
        server.says(signed);
        assertThatThrownBy(() -> updates.look(UpdateSource.of(server.address(), OPENSSL_KEY)))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("not signed with the key that is set");
        server.says(ReleaseServer.envelope(manifest, "AAAA"));
        refuses("not signed");
        server.says("{\"manifest\": " + manifest + "}");
        refuses("not signed");
    }

    @Test
    void whatIsSignedAndMeansNothingIsSaid() {
        server.says(
                server.signed(ReleaseServer.manifest("other", "9", now, now.plus(WEEK), "https://tapdeck.example/")));
        refuses("does not name a version of Tapdeck");
        server.says(
                server.signed(ReleaseServer.manifest("tapdeck", "9", now, now.plus(WEEK), "http://tapdeck.example/")));
        refuses("and an https page");
        server.says(server.signed("{\"product\": \"tapdeck\", \"version\": \"9\", \"page\": \"https://a.example/\"}"));
        refuses("cannot be understood");
    }

    @Test
    void aServerThatAnswersBadlyIsSaid() {
        server.says(503, "later");
        refuses("answers with 503");
        server.says("<html>");
        refuses("not a release manifest");
        server.says(" ".repeat(16 * 1024) + "{}");
        refuses("more than 16 KiB");
        server.leadsTo(URI.create("http://tapdeck.example/manifest"));
        refuses("leads elsewhere, to http://tapdeck.example/manifest. Tapdeck does not follow.");
        server.close();
        refuses("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tapdeck.example/",
                "http://127.0.0.1.example/",
                "https://somebody:secret@tapdeck.example/",
                "file:///etc/hosts",
                "https:///nowhere",
                "tapdeck.example",
                "not an address"
            })
    void onlyHttpsLeavesThisComputer(String address) {
        assertThatThrownBy(() -> UpdateSource.of(address, OPENSSL_KEY)).isInstanceOf(UpdateException.class);
    }

    @Test
    void aChoiceThatCannotBeMeantIsNotKept() {
        assertThatThrownBy(() -> updates.choose(new Updates.Choice(true, "", "")))
                .hasMessageContaining("No address and key of releases are set.");
        assertThatThrownBy(() -> updates.choose(new Updates.Choice(false, server.address(), "AAAA")))
                .hasMessageContaining("not an Ed25519 public key");
        assertThat(updates.choice()).isEqualTo(new Updates.Choice(false, "", ""));
    }

    @Test
    void theToolForReleasesSignsWhatIsBelieved(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("release.key");
        String key = tool("key", file.toString());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        server.says(tool(
                "sign",
                file.toString(),
                "0.2.0",
                now.toString(),
                now.plus(WEEK).toString(),
                "https://tapdeck.example/"));

        assertThat(updates.look(UpdateSource.of(server.address(), key)).newer()).isTrue();
    }

    private void refuses(String words) {
        assertThatThrownBy(() -> updates.look(server.source()))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining(words);
    }

    private static String tool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Path.of("jlink", "release", "SignRelease.java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }
}
