package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the image's figures, if there is an image: {@code mvn -Pimage package} makes it. */
@Tag("bench")
class ImageBenchmark {

    @Test
    void imageBesideCdksOwnCommandLine() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("target/image/tapdeck/bin/tapdeck")), "no image was made");

        ProcessBuilder builder = new ProcessBuilder("jlink/bench/run").redirectErrorStream(true);
        // Maven may run on an older one.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process bench = builder.start();
        // Line by line: Surefire does not show what a child process writes to its standard output.
        try (BufferedReader lines = bench.inputReader()) {
            lines.lines().forEach(System.out::println);
        }
        assertThat(bench.waitFor()).isZero();
    }
}
