package io.tapdeck.synth;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What a definition synthesizes to.
 *
 * @param definition what was synthesized
 * @param stacks the stacks that have resources, in the order of deployment
 * @param findings what is worth knowing, the loudest first
 * @param took from request to answer
 */
public record CloudAssembly(
        EnvironmentDefinition definition, List<StackTemplate> stacks, List<Finding> findings, Duration took) {
    public CloudAssembly {
        stacks = List.copyOf(stacks);
        findings = List.copyOf(findings);
    }
}
