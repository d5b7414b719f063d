package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.synth.Synthesizer;
import io.tapdeck.synth.ThirdWorker;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A blueprint that the rest of Tapdeck has never heard of is listed, set, synthesized, deployed and watched from its
 * description, its stack and its workload alone.
 */
class ThirdBlueprintTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(SandboxEngines engines, String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader("")),
                false);
        return new Cli(
                        engines,
                        terminal,
                        duration -> {
                            engines.clock.advance(duration);
                            return true;
                        },
                        (port, speed, faults) -> {
                            throw CommandFailure.failed("no sandbox here");
                        },
                        (target, pictures) -> ExitCode.DONE,
                        (folderOfPictures, said) -> {},
                        List::of)
                .run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void goesTheWholeWay() throws IOException {
        try (Synthesizer synthesizer = ThirdWorker.start(folder);
                SandboxEngines engines = new SandboxEngines(
                        folder, synthesizer, SandboxOptions.usual(), ThirdWorker.BLUEPRINTS, new VirtualClock())) {
            assertThat(run(engines, "blueprints", "--json")).isZero();
            JsonNode described = JsonMapper.builder().build().readTree(out());
            assertThat(described.path("id").asText()).isEqualTo("note-board");
            assertThat(described.at("/settings/0/range").asText()).isEqualTo("1 to 14 days in steps of 1");

            assertThat(run(engines, "synth", "--suffix", "qa7", "--set", "retentionDays=9", "--out", folder.toString()))
                    .as(err())
                    .isZero();
            assertThat(folder.resolve("tapdeck-note-board-qa7.template.json"))
                    .content()
                    .contains("\"MessageRetentionPeriod\" : 777600");
            assertThat(err()).contains("Estimated in us-east-1: $");

            assertThat(run(engines, "deploy", "--suffix", "qa7", "--sandbox", "--yes"))
                    .as(err())
                    .isZero();
            assertThat(out()).contains("tapdeck-note-board-qa7 is up.", "QueueUrl = ");

            assertThat(run(engines, "watch", "--suffix", "qa7", "--sandbox", "--until", "alarm"))
                    .as(err())
                    .isZero();
            assertThat(out()).contains("noteSize", "ALARM").containsPattern("Note size \\d{3,}\\.\\d bytes");

            assertThat(run(engines, "deploy", "--suffix", "qa7", "--set", "retentionDays=15", "--sandbox", "--yes"))
                    .isEqualTo(ExitCode.WRONG_USE);
            assertThat(err()).contains("retentionDays: 15 is above 14 days");

            assertThat(run(engines, "destroy", "--suffix", "qa7", "--sandbox", "--yes"))
                    .as(err())
                    .isZero();
            assertThat(out()).contains("tapdeck-note-board-qa7 is gone.");
        }
    }
}
