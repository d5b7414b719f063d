package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit log, and what the other commands do about operations that it does not know the end of. */
class JournalCommandTest extends CommandTest {

    private void line(String suffix, Kind kind, String call, @Nullable String words) {
        engines.store()
                .journal()
                .write(new JournalEntry(
                        "operation-of-" + suffix,
                        kind,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        "arn:aws:sts::000000000000:assumed-role/Administrator/ops",
                        "000000000000",
                        "us-east-1",
                        "aurora-mysql",
                        suffix,
                        "tapdeck-aurora-mysql-" + suffix,
                        null,
                        call,
                        null,
                        null,
                        words));
    }

    @Test
    void itTellsWhoDidWhatAndWhatCameOfItOfOneEnvironmentIfAsked() {
        line("dev", Kind.BEGUN, "CREATE", null);
        line("qa", Kind.BEGUN, "DELETE", null);
        line("dev", Kind.ENDED, "CREATE", "The environment is up.");

        assertThat(run("journal", "--suffix", "dev")).isZero();

        assertThat(out().lines().toList()).hasSize(2);
        assertThat(out())
                .contains("tapdeck-aurora-mysql-dev", "assumed-role/Administrator/ops", "The environment is up.")
                .doesNotContain("tapdeck-aurora-mysql-qa");
    }

    @Test
    void itIsExportedAsJsonLinesAndAsCommaSeparatedValues() throws IOException {
        line("dev", Kind.REFUSED, "CreateChangeSet", "It says \"no\", and more");

        assertThat(run("journal", "--json")).isZero();
        var read = JsonMapper.builder().build().readTree(out());
        assertThat(read.path("call").asText()).isEqualTo("CreateChangeSet");
        assertThat(read.path("words").asText()).isEqualTo("It says \"no\", and more");
        assertThat(read.path("token").isNull()).isTrue();

        Path file = folder.resolve("audit.csv");
        assertThat(run("journal", "--csv", "--out", file.toString())).isZero();
        assertThat(out()).isEmpty();
        assertThat(file)
                .content()
                .startsWith("operationId,kind,at,caller,")
                .contains("\"It says \"\"no\"\", and more\"")
                .endsWith("\r\n");
        assertThat(run("journal", "--csv", "--json")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void whatWasInterruptedIsListedAndFoundOutBeforeAnythingElse() {
        line("dev", Kind.BEGUN, "CREATE", null);

        assertThat(run("list", "--sandbox")).isZero();
        assertThat(err()).contains("Interrupted: CREATE of tapdeck-aurora-mysql-dev", "tapdeck watch --blueprint");
        assertThat(run("plan", "--suffix", "other", "--sandbox")).as(err()).isZero();
        assertThat(err()).doesNotContain("Interrupted");
        assertThat(run("plan", "--suffix", "dev", "--sandbox")).as(err()).isZero();
        assertThat(err()).contains("Finding out what became of it", "before it asked AWS");

        assertThat(engines.store().journal().unfinished()).isEmpty();
    }
}
