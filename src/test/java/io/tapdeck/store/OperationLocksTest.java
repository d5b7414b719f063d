package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.store.OperationLocks.Busy;
import io.tapdeck.store.OperationLocks.Holder;
import io.tapdeck.store.OperationLocks.Phase;
import io.tapdeck.store.OperationLocks.Taken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationLocksTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final EnvironmentKey DEV = new EnvironmentKey("1", "us-east-1", "b", new Suffix("dev"));
    private static final EnvironmentKey QA = new EnvironmentKey("1", "us-east-1", "b", new Suffix("qa"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatRunsIsLeftAloneUntilItIsReleased() throws Exception {
        OperationLocks locks = OperationLocks.in(folder);
        locks.take(DEV, "one", "UPDATE", NOON, Phase.RUNNING);

        Holder one = new Holder(ProcessHandle.current().pid(), "one", "UPDATE", NOON);
        assertThat(locks.take(DEV, "two", "DELETE", NOON, Phase.RUNNING)).isEqualTo(new Busy(true, one));
        assertThat(locks.take(QA, "three", "UPDATE", NOON, Phase.RUNNING)).isEqualTo(new Taken(null));
        assertThat(locks.free(DEV)).isFalse();
        locks.release(DEV, "two");
        assertThat(locks.free(DEV)).isFalse();
        locks.release(DEV, "one");
        assertThat(locks.free(DEV)).isTrue();
        assertThat(locks.take(DEV, "two", "DELETE", NOON, Phase.RUNNING)).isEqualTo(new Taken(null));
    }

    @Test
    void aReviewThatWaitsForAPersonGivesWayToTheNextOfItsProcess() throws Exception {
        OperationLocks locks = OperationLocks.in(folder);
        locks.take(DEV, "one", "a review", NOON, Phase.PREPARING);
        locks.ready(DEV, "one");

        assertThat(locks.take(DEV, "two", "a review", NOON, Phase.PREPARING)).isEqualTo(new Taken("one"));
        locks.ready(DEV, "two");
        assertThat(locks.take(DEV, "two", "UPDATE", NOON, Phase.RUNNING)).isEqualTo(new Taken(null));
    }

    @Test
    void aReviewThatIsBeingMadeIsWaitedFor() throws Exception {
        OperationLocks locks = OperationLocks.in(folder);
        locks.take(DEV, "one", "a review", NOON, Phase.PREPARING);
        Thread other = Thread.ofVirtual().start(() -> {
            try {
                assertThat(locks.take(DEV, "two", "UPDATE", NOON, Phase.RUNNING))
                        .isEqualTo(new Taken(null));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        locks.release(DEV, "one");
        other.join();
        assertThat(locks.take(DEV, "three", "UPDATE", NOON, Phase.RUNNING))
                .isInstanceOfSatisfying(
                        Busy.class,
                        busy -> assertThat(busy.holder())
                                .extracting(Holder::operationId)
                                .isEqualTo("two"));
    }

    @Test
    void whatOnlyTidiesUpTakesNobodysPlace() throws Exception {
        OperationLocks locks = OperationLocks.in(folder);
        locks.take(DEV, "one", "a review", NOON, Phase.PREPARING);
        locks.ready(DEV, "one");
        locks.take(DEV, "two", "a review", NOON, Phase.PREPARING);
        locks.ready(DEV, "two");

        assertThat(locks.takeIfFree(DEV, "one", "a review", NOON, Phase.PREPARING))
                .isInstanceOf(Busy.class);
        assertThat(locks.takeIfFree(DEV, "two", "a review", NOON, Phase.PREPARING))
                .isEqualTo(new Taken(null));
    }

    @Test
    void theLockHoldsAndIsSetFreeThoughItCannotBeWrittenDownWhoHasIt() throws Exception {
        OperationLocks locks = OperationLocks.in(folder);
        Files.createDirectories(folder.resolve("1.us-east-1.b.dev.holder").resolve("in the way"));

        assertThat(locks.take(DEV, "one", "a review", NOON, Phase.PREPARING)).isEqualTo(new Taken(null));
        locks.release(DEV, "one");
        assertThat(locks.take(DEV, "two", "UPDATE", NOON, Phase.RUNNING)).isEqualTo(new Taken(null));
    }

    @Test
    void anotherProcessSeesWhoHasItAndGetsItWhenThatOneIsKilled() throws Exception {
        Process other = another();
        try (BufferedReader says = other.inputReader()) {
            assertThat(says.readLine()).isEqualTo("taken");
            OperationLocks locks = OperationLocks.in(folder);

            assertThat(locks.take(DEV, "two", "UPDATE", NOON, Phase.RUNNING))
                    .isEqualTo(new Busy(false, new Holder(other.pid(), "one", "UPDATE", NOON)));
            assertThat(locks.free(DEV)).isFalse();

            other.destroyForcibly().waitFor();
            assertThat(locks.free(DEV)).isTrue();
            assertThat(locks.take(DEV, "two", "UPDATE", NOON, Phase.RUNNING)).isEqualTo(new Taken(null));
        } finally {
            other.destroyForcibly();
        }
    }

    private Process another() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OperationLocksTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The other process: takes the lock, says so, and waits for its death. */
    public static void main(String[] args) throws Exception {
        OperationLocks.in(Path.of(args[0])).take(DEV, "one", "UPDATE", NOON, Phase.RUNNING);
        System.out.println("taken");
        System.in.read();
    }
}
