package io.tapdeck.synth;

import io.tapdeck.environment.EnvironmentDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What is to be synthesized.
 *
 * @param definition the environment
 * @param permissionsBoundary as in {@link io.tapdeck.environment.TargetSettings#permissionsBoundary}
 * @param checkRules whether cdk-nag's AwsSolutions rules are checked too; the first check of a worker loads them, which takes seconds
 */
public record SynthesisRequest(
        EnvironmentDefinition definition, @Nullable String permissionsBoundary, boolean checkRules) {

    /** The plain templates of a definition. */
    public static SynthesisRequest of(EnvironmentDefinition definition) {
        return new SynthesisRequest(definition, null, false);
    }
}
