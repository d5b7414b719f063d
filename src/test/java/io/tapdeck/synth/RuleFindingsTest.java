package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.BuiltInDefinitions;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.synth.worker.BuiltInStacks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** cdk-nag's AwsSolutions rules, over every blueprint and whatever changes its resources. */
@ExtendWith(SharedWorker.class)
class RuleFindingsTest {

    @ParameterizedTest
    @MethodSource("variants")
    void everyFindingIsMendedOrHasAReason(EnvironmentDefinition definition, Synthesizer synthesizer) {
        CloudAssembly checked = check(synthesizer, definition);

        assertThat(findings(checked))
                .filteredOn(finding -> finding.suppressedBecause() == null)
                .isEmpty();
        assertThat(checked.stacks())
                .as("checked or not, the templates are the same")
                .isEqualTo(SharedWorker.synthesize(synthesizer, definition).stacks());
    }

    static Stream<Named<EnvironmentDefinition>> variants() {
        return BuiltInDefinitions.variants();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyReasonIsTheReasonForSomething(BlueprintStacks stacks, Synthesizer synthesizer) {
        List<RuleFinding> findings = BuiltInDefinitions.variants()
                .map(Named::getPayload)
                .filter(definition ->
                        definition.blueprint().equals(stacks.blueprint().id()))
                .flatMap(definition -> findings(check(synthesizer, definition)).stream())
                .toList();

        assertThat(stacks.ruleReasons())
                .allMatch(reason ->
                        findings.stream().anyMatch(found -> reason.reason().equals(found.suppressedBecause())));
    }

    static Stream<Named<BlueprintStacks>> blueprints() {
        return BuiltInStacks.all().stream()
                .map(stacks -> Named.of(stacks.blueprint().id(), stacks));
    }

    private static CloudAssembly check(Synthesizer synthesizer, EnvironmentDefinition definition) {
        return synthesizer
                .synthesize(new SynthesisRequest(definition, null, true))
                .join();
    }

    private static List<RuleFinding> findings(CloudAssembly checked) {
        return Objects.requireNonNull(checked.ruleFindings());
    }
}
