package io.tapdeck.deploy.stack;

/** What a stack's id says: {@code arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UNIQUE} (IAM user guide, "ARN format"). */
public final class StackArn {
    private StackArn() {}

    /** The stack's name. */
    public static String name(String stackId) {
        String[] parts = stackId.split("/", -1);
        return parts.length > 1 ? parts[1] : stackId;
    }
}
