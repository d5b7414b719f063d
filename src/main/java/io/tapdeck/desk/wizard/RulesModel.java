package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Background;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.RuleFinding;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.SynthesisRequest;
import io.tapdeck.synth.Synthesizer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What cdk-nag says of a definition; asked on demand, since it takes several times as long as the template. */
final class RulesModel {
    private final Synthesizer synthesizer;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.NotAsked());
    private int latest;

    /** How far it is. */
    sealed interface State {
        /** Nobody has asked. */
        record NotAsked() implements State {}

        /** The rules are checked. */
        record Checking() implements State {}

        /** They were checked. */
        record Checked(List<RuleFinding> findings) implements State {
            public Checked {
                findings = List.copyOf(findings);
            }

            /** Those that nobody has a reason for. */
            List<RuleFinding> open() {
                return findings.stream()
                        .filter(finding -> finding.suppressedBecause() == null)
                        .toList();
            }

            /** Those that the blueprint does not follow for a reason. */
            List<RuleFinding> explained() {
                return findings.stream()
                        .filter(finding -> finding.suppressedBecause() != null)
                        .toList();
            }
        }

        /** They could not be checked; for people. */
        record Failed(String message) implements State {}
    }

    RulesModel(Synthesizer synthesizer, Background background) {
        this.synthesizer = synthesizer;
        this.background = background;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    /** Forgets what was found: it is about another definition now. */
    void reset() {
        latest++;
        state.set(new State.NotAsked());
    }

    /** Checks the rules of what a definition becomes. */
    void check(EnvironmentDefinition definition) {
        int number = ++latest;
        state.set(new State.Checking());
        background.run(
                () -> findings(definition),
                found -> {
                    if (number == latest) {
                        state.set(new State.Checked(found));
                    }
                },
                problem -> {
                    if (number == latest) {
                        state.set(new State.Failed(reason(problem)));
                    }
                });
    }

    private List<RuleFinding> findings(EnvironmentDefinition definition) throws Exception {
        try {
            CloudAssembly assembly = synthesizer
                    .synthesize(new SynthesisRequest(definition, null, true))
                    .get();
            List<RuleFinding> found = assembly.ruleFindings();
            if (found == null) {
                throw new IllegalStateException("the worker has not checked them");
            }
            return found;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static String reason(Exception problem) {
        return problem instanceof SynthesisException known
                ? known.getMessage() + " " + known.remedy()
                : "The rules could not be checked: %s.".formatted(problem.getMessage());
    }
}
