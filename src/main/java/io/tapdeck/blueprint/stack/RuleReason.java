package io.tapdeck.blueprint.stack;

/**
 * Why a blueprint does not follow a rule of cdk-nag for some of its resources. Kept apart from cdk-nag's own suppressions,
 * which CDK writes into the template's metadata: templates are the same whether rules are checked or not.
 *
 * @param rule such as {@code AwsSolutions-S1}; also stands for its findings of one thing, such as
 *     {@code AwsSolutions-IAM5[Resource::*]}, which may also be named one by one
 * @param resource what the logical ids of the resources contain, such as {@code DatabaseBackupBucket}
 * @param reason one sentence, as a reviewer accepts it
 */
public record RuleReason(String rule, String resource, String reason) {

    /** Whether it is the reason for a finding of {@code found} about the resource of {@code logicalId}. */
    public boolean covers(String found, String logicalId) {
        return logicalId.contains(resource) && (found.equals(rule) || found.startsWith(rule + "["));
    }
}
