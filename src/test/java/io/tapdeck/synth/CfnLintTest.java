package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An outside witness, where there is one: cfn-lint holds the template against CloudFormation's own schemas. */
class CfnLintTest {
    private static final Path TEMPLATE =
            Path.of("src", "test", "resources", "templates", "aurora-mysql-dev.template.json");

    @Test
    void findsNoErrorInTheTemplate() throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(
                            "cfn-lint",
                            "--non-zero-exit-code",
                            "error",
                            "--regions",
                            "us-east-1",
                            "--",
                            TEMPLATE.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("NOT CHECKED: cfn-lint is not on this machine, so no outside witness saw the template.");
            return;
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }
}
