package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.BuiltInDefinitions;
import io.tapdeck.environment.EnvironmentDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An outside witness, where there is one: cfn-lint holds the templates of every blueprint and preset, disposable and
 * protected, and those of other regions, against CloudFormation's own schemas.
 */
@ExtendWith(SharedWorker.class)
class CfnLintTest {
    @TempDir
    private Path folder;

    @Test
    void findsNoErrorInAnyTemplate(Synthesizer synthesizer) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("cfn-lint", "--non-zero-exit-code", "error", "--regions", "us-east-1", "--"));
        Stream.concat(BuiltInDefinitions.presets(), BuiltInDefinitions.otherRegions())
                .forEach(definition -> command.addAll(templates(synthesizer, definition)));

        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            System.err.println(
                    "NOT CHECKED: cfn-lint is not on this machine, so no outside witness saw the templates.");
            return;
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    private List<String> templates(Synthesizer synthesizer, Named<EnvironmentDefinition> definition) {
        return SharedWorker.synthesize(synthesizer, definition.getPayload()).stacks().stream()
                .map(stack -> {
                    Path file = folder.resolve(
                            definition.getName().replaceAll("\\W+", "-") + "." + stack.stackName() + ".template.json");
                    try {
                        return Files.writeString(file, stack.body()).toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
