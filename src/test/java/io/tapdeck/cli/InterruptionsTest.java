package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operation that nobody can find the end of keeps nobody from the next one. */
class InterruptionsTest extends CommandTest {
    private static final String STACK = "tapdeck-aurora-mysql-dev";
    private static final String NO_EVENTS = "deny:cloudformation:DescribeStackEvents";

    private final TargetOptions target = new TargetOptions();

    @BeforeEach
    void onTheSandbox() {
        target.sandbox = true;
        restart();
    }

    /** The sandbox as it was left, with other faults. */
    private void restart(String... faults) {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual().withFolder(folder.resolve("sandbox")).withFaults(FaultScript.parse(faults)));
    }

    private void line(Kind kind, String call, @Nullable String stackId, @Nullable String words) {
        engines.store()
                .journal()
                .write(new JournalEntry(
                        "the-interrupted-one",
                        kind,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        "arn:aws:sts::000000000000:assumed-role/Administrator/ops",
                        "000000000000",
                        "us-east-1",
                        "aurora-mysql",
                        "dev",
                        STACK,
                        stackId,
                        call,
                        stackId == null ? null : "exec-1",
                        null,
                        words));
    }

    private String stackId() {
        return account()
                .cloudFormation()
                .describeStacks(request -> request.stackName(STACK))
                .stacks()
                .getFirst()
                .stackId();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SENDING", "ACCEPTED"})
    void whatMayNotBeReadIsToldAndTheCommandGoesOn(Kind last) {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        line(Kind.BEGUN, "UPDATE", null, null);
        line(Kind.SENDING, "RollbackStack", stackId(), null);
        if (last == Kind.ACCEPTED) {
            line(Kind.ACCEPTED, "RollbackStack", stackId(), null);
        }
        restart(NO_EVENTS);

        assertThat(run("plan", "--suffix", "dev", "--set", "maxCapacity=4", "--sandbox"))
                .as(err())
                .isZero();
        assertThat(out()).contains("2 → 4");
        assertThat(err())
                .contains(
                        "Interrupted: UPDATE of " + STACK,
                        "What became of it is not known yet:",
                        "cloudformation:DescribeStackEvents",
                        "this one goes on.")
                .doesNotContain("Still asking");
        assertThat(engines.store().journal().unfinished())
                .as("it is asked for again")
                .isNotEmpty();
    }

    @Test
    void whatAnotherFindsOutInTheSameMomentIsInTheJournal() {
        line(Kind.BEGUN, "CREATE", null, null);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8) {
            @Override
            public void println(@Nullable String words) {
                super.println(words);
                if (String.valueOf(words).contains("Finding out")) {
                    line(Kind.ENDED, "CREATE", null, "Told by another.");
                }
            }
        };

        new Interruptions(engines.open(target), new Terminal(err, err, new BufferedReader(new StringReader("")), false))
                .resume("dev", null);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Another Tapdeck has found out; tapdeck journal --suffix dev tells it.")
                .doesNotContain("not known yet");
    }
}
