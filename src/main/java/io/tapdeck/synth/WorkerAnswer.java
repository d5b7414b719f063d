package io.tapdeck.synth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the worker says to one definition, as one line of JSON.
 *
 * @param stacks the stacks that have resources, in the order of deployment; empty if there is a problem
 * @param ruleFindings what cdk-nag says; null where it was not asked
 * @param problem one sentence: why there are no stacks; null if there are
 */
public record WorkerAnswer(
        List<StackTemplate> stacks,
        @Nullable List<RuleFinding> ruleFindings,
        @Nullable String problem) {
    public WorkerAnswer {
        stacks = List.copyOf(stacks);
        ruleFindings = ruleFindings == null ? null : List.copyOf(ruleFindings);
    }

    /** An answer without stacks. */
    public static WorkerAnswer problem(String words) {
        return new WorkerAnswer(List.of(), null, words);
    }
}
