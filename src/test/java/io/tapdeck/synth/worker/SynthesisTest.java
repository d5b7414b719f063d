package io.tapdeck.synth.worker;

import static org.assertj.core.api.Assertions.assertThat;

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
                "{\"definition\": {\"colour\": \"red\"}}                            | A definition has no member “colour”.",
                "{\"definition\": {\"blueprint\": \"nosuch\"}}                      | There is no blueprint “nosuch”.",
                "{\"definition\": {\"blueprint\": \"aurora-mysql\", \"suffix\": \"Dev\"}} | “D” is not allowed."
            })
    void saysWhy(String line, String problem) {
        assertThat(new Synthesis(BuiltInStacks.all(), folder).answer(line).problem())
                .startsWith(problem);
    }

    @Test
    void leavesNoFiles() {
        new Synthesis(BuiltInStacks.all(), folder).answer("{}");

        assertThat(folder).isEmptyDirectory();
    }
}
