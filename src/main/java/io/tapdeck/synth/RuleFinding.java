package io.tapdeck.synth;

import org.jspecify.annotations.Nullable;

/**
 * What cdk-nag's AwsSolutions rules say of one resource.
 *
 * @param rule such as {@code AwsSolutions-S1}, or {@code AwsSolutions-IAM5[Resource::*]} where one resource can break it
 *     in several ways
 * @param resource the logical id
 * @param error whether the rule is an error, else a warning or could not be checked
 * @param text the rule, in cdk-nag's words, or that it could not be checked
 * @param suppressedBecause why the blueprint does not follow it; null if nobody has a reason
 */
public record RuleFinding(
        String rule,
        String resource,
        boolean error,
        String text,
        @Nullable String suppressedBecause) {}
