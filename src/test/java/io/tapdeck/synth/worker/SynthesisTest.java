package io.tapdeck.synth.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the worker says to lines that are no valid definition; none of them reaches CDK. */
class SynthesisTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                         | Not JSON at line 1, column 9",
                "[]                                               | A definition is a JSON object.",
                "{\"colour\": \"red\"}                            | A definition has no member “colour”.",
                "{\"blueprint\": \"nosuch\"}                      | There is no blueprint “nosuch”.",
                "{\"blueprint\": \"aurora-mysql\", \"suffix\": \"Dev\"} | “D” is not allowed."
            })
    void saysWhy(String line, String problem) {
        assertThat(new Synthesis(Blueprints.builtIn(), folder).answer(line).problem())
                .startsWith(problem);
    }

    @Test
    void leavesNoFiles() {
        new Synthesis(Blueprints.builtIn(), folder).answer("{}");

        assertThat(folder).isEmptyDirectory();
    }
}
