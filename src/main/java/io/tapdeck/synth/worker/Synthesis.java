package io.tapdeck.synth.worker;

import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.stack.CdkApp;
import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import io.tapdeck.synth.StackTemplate;
import io.tapdeck.synth.WorkerAnswer;
import io.tapdeck.synth.WorkerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One definition to one answer. Not thread-safe: jsii is not. */
final class Synthesis {
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
                return problem("There is no blueprint “%s”.".formatted(draft.blueprint()));
            }
            return switch (Validation.of(blueprint.blueprint(), draft)) {
                case Validation.Valid(EnvironmentDefinition definition) ->
                    new WorkerAnswer(synthesize(blueprint, definition, request.permissionsBoundary()), null);
                case Validation.Invalid invalid ->
                    problem(invalid.problems().getFirst().message());
            };
        } catch (UnreadableDefinition | BadAssembly e) {
            return problem(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | LinkageError e) {
            // LinkageError: what remains of CDK's classes when Node dies while they load.
            e.printStackTrace();
            return problem(firstLine(e));
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

    private List<StackTemplate> synthesize(
            BlueprintStacks blueprint, EnvironmentDefinition definition, @Nullable String permissionsBoundary)
            throws IOException {
        Path out = Files.createTempDirectory(folder, "assembly-");
        try {
            new CdkApp(out).synthesize(blueprint, definition, permissionsBoundary);
            return new AssemblyFolder(out).stacks();
        } finally {
            AssemblyFolder.delete(out);
        }
    }

    private static WorkerAnswer problem(String words) {
        return new WorkerAnswer(List.of(), words);
    }

    /** jsii puts the whole JavaScript stack into its messages. */
    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
