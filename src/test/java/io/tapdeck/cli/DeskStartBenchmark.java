package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long the desk takes from the start of its process to its first frame. Figures, not assertions. */
@Tag("bench")
class DeskStartBenchmark {
    private static final int RUNS = 5;

    @TempDir
    Path folder;

    @Test
    void deskStartToFirstFrame() throws IOException, InterruptedException {
        List<Integer> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            times.add(once(Files.createDirectory(folder.resolve("run" + run))));
        }
        Collections.sort(times);
        System.out.printf(
                "desk start to first frame (JVM, connected to a new sandbox, headless): median of %d: %d ms%n",
                RUNS, times.get(RUNS / 2));
        assertThat(times).hasSize(RUNS);
    }

    private static int once(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstFrameProbe.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Integer.parseInt(said.replaceAll("(?s).*first frame (\\d+) ms.*", "$1"));
    }
}
