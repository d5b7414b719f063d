package io.tapdeck.deploy;

/** What a stack's id says: {@code arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UNIQUE} (IAM user guide, "ARN format"). */
final class StackArn {
    private StackArn() {}

    /** The stack's name. */
    static String name(String stackId) {
        String[] parts = stackId.split("/", -1);
        return parts.length > 1 ? parts[1] : stackId;
    }
}
