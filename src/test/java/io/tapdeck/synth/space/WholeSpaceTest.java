package io.tapdeck.synth.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Setting;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.Synthesizer;
import io.tapdeck.synth.worker.BuiltInStacks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any valid definition of any blueprint makes templates that AWS can take. {@code -Dtapdeck.seed=N} tries others; a failure
 * shows the smallest definition of its kind that was found.
 */
@ExtendWith(SharedWorker.class)
class WholeSpaceTest {
    private static final long SEED = Long.getLong("tapdeck.seed", 20_261_122L);
    private static final int DEFINITIONS = 60;

    @ParameterizedTest
    @MethodSource("presets")
    void everyDefinitionMakesTemplatesThatAwsCanTake(BlueprintStacks stacks, Preset preset, Synthesizer synthesizer) {
        Blueprint blueprint = stacks.blueprint();
        RandomDefinitions definitions = new RandomDefinitions(blueprint, SEED);
        Invariants invariants = new Invariants(stacks);
        for (int i = 0; i < perPreset(); i++) {
            EnvironmentDefinition definition = definitions.next(preset);
            if (!violations(synthesizer, invariants, definition).isEmpty()) {
                EnvironmentDefinition smallest = definitions.shrink(
                        definition,
                        candidate ->
                                !violations(synthesizer, invariants, candidate).isEmpty());
                assertThat(violations(synthesizer, invariants, smallest))
                        .as("seed %d, definition %d: %s", SEED, i, DefinitionJson.writeText(smallest.toDraft()))
                        .isEmpty();
            }
        }
    }

    /** What no definition changes is not tested, although its values are in the space. */
    @ParameterizedTest
    @MethodSource("blueprints")
    void everySettingIsChangedByADefinition(Blueprint blueprint) {
        Set<String> changed = new TreeSet<>();
        for (Preset preset : blueprint.presets()) {
            Map<String, String> before = Draft.of(blueprint, preset).settings();
            RandomDefinitions definitions = new RandomDefinitions(blueprint, SEED);
            for (int i = 0; i < perPreset(); i++) {
                EnvironmentDefinition definition = definitions.next(preset);
                for (Setting setting : blueprint.settings()) {
                    String old = setting.normalize(before.getOrDefault(setting.key(), ""));
                    if (!definition.text(setting.key()).equals(old)) {
                        changed.add(setting.key());
                    }
                }
            }
        }
        assertThat(changed)
                .containsExactlyInAnyOrderElementsOf(
                        blueprint.settings().stream().map(Setting::key).toList());
    }

    static Stream<Named<Blueprint>> blueprints() {
        return BuiltInStacks.all().stream()
                .map(stacks -> Named.of(stacks.blueprint().id(), stacks.blueprint()));
    }

    private static long perPreset() {
        return DEFINITIONS / presets().count();
    }

    static Stream<Arguments> presets() {
        return BuiltInStacks.all().stream()
                .flatMap(stacks -> stacks.blueprint().presets().stream()
                        .map(preset -> Arguments.of(
                                Named.of(stacks.blueprint().id(), stacks), Named.of(preset.id(), preset))));
    }

    private static List<String> violations(
            Synthesizer synthesizer, Invariants invariants, EnvironmentDefinition definition) {
        CloudAssembly assembly;
        try {
            assembly = SharedWorker.synthesize(synthesizer, definition);
        } catch (SynthesisException e) {
            // A template that is too large is refused with its size, and not tried.
            return String.valueOf(e.getMessage()).contains("bytes; CloudFormation takes 51,200")
                    ? List.of()
                    : List.of(String.valueOf(e.getMessage()));
        }
        List<String> violations = invariants.violations(assembly);
        return violations.isEmpty()
                        && !SharedWorker.synthesize(synthesizer, definition)
                                .stacks()
                                .equals(assembly.stacks())
                ? List.of("another template the second time")
                : violations;
    }
}
