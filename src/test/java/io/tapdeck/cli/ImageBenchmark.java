package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

        ProcessBuilder bench = new ProcessBuilder("jlink/bench/run").inheritIO();
        // Maven may run on an older one.
        bench.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(bench.start().waitFor()).isZero();
    }
}
