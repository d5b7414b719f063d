package io.tapdeck.synth;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a definition synthesizes to.
 *
 * @param definition what was synthesized
 * @param stacks the stacks that have resources, in the order of deployment
 * @param findings what is worth knowing, the loudest first
 * @param ruleFindings what cdk-nag says; null where it was not asked
 * @param took from request to answer
 */
public record CloudAssembly(
        EnvironmentDefinition definition,
        List<StackTemplate> stacks,
        List<Finding> findings,
        @Nullable List<RuleFinding> ruleFindings,
        Duration took) {
    public CloudAssembly {
        stacks = List.copyOf(stacks);
        findings = List.copyOf(findings);
        ruleFindings = ruleFindings == null ? null : List.copyOf(ruleFindings);
    }

    /** An assembly whose rules were not checked. */
    public CloudAssembly(
            EnvironmentDefinition definition, List<StackTemplate> stacks, List<Finding> findings, Duration took) {
        this(definition, stacks, findings, null, took);
    }
}
