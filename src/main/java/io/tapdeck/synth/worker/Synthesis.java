package io.tapdeck.synth.worker;

import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.stack.CdkApp;
import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import io.tapdeck.synth.WorkerAnswer;
import io.tapdeck.synth.WorkerRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One definition to one answer. Not thread-safe: jsii is not. */
final class Synthesis {
    private static final Logger LOG = System.getLogger(Synthesis.class.getName());

    private final List<BlueprintStacks> stacks;
    private final Path folder;

    /**
     * Makes assemblies below {@code folder}, and removes them again.
     *
     * @param stacks of every blueprint that can be synthesized
     * @param folder exists
     */
    Synthesis(List<BlueprintStacks> stacks, Path folder) {
        this.stacks = List.copyOf(stacks);
        this.folder = folder;
    }

    /** The stacks of the {@link WorkerRequest} in {@code line}, or why there are none. */
    WorkerAnswer answer(String line) {
        try {
            WorkerRequest request = WorkerRequest.read(line);
            Draft draft = request.definition();
            BlueprintStacks blueprint = stacks.stream()
                    .filter(candidate -> candidate.blueprint().id().equals(draft.blueprint()))
                    .findFirst()
                    .orElse(null);
            if (blueprint == null) {
                return WorkerAnswer.problem("There is no blueprint “%s”.".formatted(draft.blueprint()));
            }
            return switch (Validation.of(blueprint.blueprint(), draft)) {
                case Validation.Valid(EnvironmentDefinition definition) -> synthesize(blueprint, definition, request);
                case Validation.Invalid invalid ->
                    WorkerAnswer.problem(invalid.problems().getFirst().message());
            };
        } catch (UnreadableDefinition | BadAssembly e) {
            return WorkerAnswer.problem(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | LinkageError e) {
            // LinkageError: what remains of CDK's classes when Node dies while they load.
            LOG.log(Level.WARNING, "A synthesis failed.", e);
            return WorkerAnswer.problem(firstLine(e));
        }
    }

    /** Whether Node still answers. */
    boolean isEngineAlive() {
        try {
            return new CdkApp(folder).ping().isEmpty();
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private WorkerAnswer synthesize(BlueprintStacks blueprint, EnvironmentDefinition definition, WorkerRequest request)
            throws IOException {
        Path out = Files.createTempDirectory(folder, "assembly-");
        try {
            new CdkApp(out).synthesize(blueprint, definition, request.permissionsBoundary(), request.checkRules());
            AssemblyFolder assembly = new AssemblyFolder(out);
            return new WorkerAnswer(
                    assembly.stacks(),
                    request.checkRules() ? assembly.ruleFindings(blueprint.ruleReasons()) : null,
                    null);
        } finally {
            AssemblyFolder.delete(out);
        }
    }

    /** jsii puts the whole JavaScript stack into its messages. */
    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
