package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDirectoryTest {
    private static final SandboxOptions FREE_PORT = SandboxOptions.usual().withPort(0);

    @TempDir
    Path home;

    @Test
    void whoComesSecondJoinsTheFirst() {
        SandboxDirectory directory = new SandboxDirectory(home);
        try (SandboxDirectory.Connection first = directory.joinOrStart(FREE_PORT.withSpeed(7));
                SandboxDirectory.Connection second = new SandboxDirectory(home).joinOrStart(FREE_PORT)) {
            assertThat(first.joined()).isFalse();
            assertThat(second.joined()).isTrue();
            assertThat(second.endpoint()).isEqualTo(first.endpoint());
            assertThat(second.speed()).isEqualTo(7);
        }
    }

    @Test
    void whoJoinedDoesNotEndIt() {
        SandboxDirectory directory = new SandboxDirectory(home);
        try (SandboxDirectory.Connection first = directory.joinOrStart(FREE_PORT)) {
            directory.joinOrStart(FREE_PORT).close();

            assertThat(directory.running())
                    .hasValueSatisfying(
                            running -> assertThat(running.endpoint()).isEqualTo(first.endpoint()));
        }
        assertThat(directory.running()).isEmpty();
    }

    @Test
    void twoAtOnceComeToTheSameOne() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SandboxDirectory.Connection> one =
                    both.submit(() -> new SandboxDirectory(home).joinOrStart(FREE_PORT));
            Future<SandboxDirectory.Connection> other =
                    both.submit(() -> new SandboxDirectory(home).joinOrStart(FREE_PORT));
            try (SandboxDirectory.Connection a = one.get();
                    SandboxDirectory.Connection b = other.get()) {
                assertThat(a.endpoint()).isEqualTo(b.endpoint());
                assertThat(a.joined()).isNotEqualTo(b.joined());
            }
        }
    }

    @Test
    void anotherProgramOnThePortOfOneThatDiedIsNotJoined() throws Exception {
        Path portFile = home.resolve("sandbox/running.json");
        SandboxDirectory directory = new SandboxDirectory(home);
        String stale;
        try (SandboxDirectory.Connection first = directory.joinOrStart(FREE_PORT)) {
            stale = Files.readString(portFile);
            assertThat(first.joined()).isFalse();
        }
        try (Sandbox other = Sandbox.start(FREE_PORT)) {
            Files.writeString(
                    portFile, stale.replaceAll("http://[^\"]*", other.endpoint().toString()));

            assertThat(directory.running()).isEmpty();
        }
    }

    @Test
    void onlyItsOwnerReadsWhereItListens() throws Exception {
        try (SandboxDirectory.Connection first = new SandboxDirectory(home).joinOrStart(FREE_PORT)) {
            assertThat(first.notices()).isEmpty();
            try (var files = Files.list(home.resolve("sandbox"))) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToMeansMemoryAndANotice() throws Exception {
        Path file = Files.createFile(home.resolve("a file, not a folder"));
        SandboxDirectory directory = new SandboxDirectory(file);
        try (SandboxDirectory.Connection connection = directory.joinOrStart(FREE_PORT)) {
            assertThat(connection.notices())
                    .containsExactly("The sandbox cannot write to " + file.resolve("sandbox")
                            + ". It works in memory and forgets everything when it ends.");
        }
    }

    @Test
    void aSecondOneBesideTheFirstStartsEmptyAndSaysSo() {
        SandboxDirectory directory = new SandboxDirectory(home);
        try (SandboxDirectory.Connection first = directory.start(FREE_PORT);
                SandboxDirectory.Connection second = directory.start(FREE_PORT)) {
            assertThat(second.endpoint()).isNotEqualTo(first.endpoint());
            assertThat(second.notices())
                    .containsExactly("Another sandbox keeps its state in " + home.resolve("sandbox")
                            + ". This one starts empty and forgets everything when it ends.");
            assertThat(directory.running())
                    .hasValueSatisfying(
                            running -> assertThat(running.endpoint()).isEqualTo(first.endpoint()));
        }
    }

    @Test
    void timeStandsStillWhileNoneRuns() {
        VirtualClock real = new VirtualClock();
        SandboxOptions options = FREE_PORT.withFolder(home).withSpeed(20);
        try (Sandbox sandbox = Sandbox.start(options, real)) {
            real.advance(Duration.ofMinutes(3));
            assertThat(sandbox.clock().instant()).isEqualTo("2026-11-22T09:00:00Z");
        }
        real.advance(Duration.ofDays(2));
        try (Sandbox sandbox = Sandbox.start(options, real)) {
            assertThat(sandbox.clock().instant()).isEqualTo("2026-11-22T09:00:00Z");
        }
    }

    @Test
    void aLineThatWasCutOffInMidWritingIsTakenAway() throws Exception {
        VirtualClock real = new VirtualClock();
        Path journal = home.resolve("journal.jsonl");
        Files.writeString(journal, """
                {"tapdeck":"sandbox","version":2}
                {"at":"2026-11-22T08:30:00Z"}
                {"at":"2026-11-22T09:0""");
        try (Sandbox sandbox = Sandbox.start(FREE_PORT.withFolder(home), real)) {
            assertThat(sandbox.notices()).isEmpty();
            assertThat(sandbox.clock().instant()).isEqualTo("2026-11-22T08:30:00Z");
        }
        assertThat(journal).hasContent("""
                {"tapdeck":"sandbox","version":2}
                {"at":"2026-11-22T08:30:00Z"}
                {"at":"2026-11-22T08:30:00Z"}
                """);
    }

    @Test
    void aStateThatCannotBeReadIsSetAsideNotDeleted() throws Exception {
        Path journal = home.resolve("journal.jsonl");
        Files.writeString(journal, "{\"tapdeck\":\"sandbox\",\"version\":99}\n");
        try (Sandbox sandbox = Sandbox.start(FREE_PORT.withFolder(home))) {
            assertThat(sandbox.notices())
                    .containsExactly("The sandbox's saved state could not be read. It is kept in "
                            + home.resolve("journal-unreadable.jsonl") + ", and the sandbox starts empty.");
        }
        assertThat(home.resolve("journal-unreadable.jsonl")).hasContent("{\"tapdeck\":\"sandbox\",\"version\":99}");
    }

    @Test
    void oneThatWasKilledIsNotJoined() throws Exception {
        Path portFile = home.resolve("sandbox/running.json");
        SandboxDirectory directory = new SandboxDirectory(home);
        String left;
        try (SandboxDirectory.Connection killed = directory.joinOrStart(FREE_PORT)) {
            left = Files.readString(portFile);
            assertThat(left).contains(killed.endpoint().toString());
        }
        Files.writeString(portFile, left);

        try (SandboxDirectory.Connection next = directory.joinOrStart(FREE_PORT)) {
            assertThat(next.joined()).isFalse();
        }
    }
}
