package io.tapdeck.environment;

/**
 * A name in AWS that carries the suffix, and the room AWS gives it. The tightest one decides how long a suffix may be.
 *
 * @param what such as "backup bucket"
 * @param pattern the name, with {@code {suffix}}, {@code {account}}, {@code {region}} and {@code {stackId}}, the last part
 *     of the stack's ARN, in place of those
 * @param limit AWS's limit in characters
 * @param source the AWS document that sets the limit
 */
public record PhysicalName(String what, String pattern, int limit, String source) {
    /** An account id has 12 digits (IAM user guide, "AWS account identifiers"). */
    public static final int ACCOUNT_LENGTH = 12;

    /** Length of the longest region name of any partition that the SDK knows; a test holds it against the SDK. */
    public static final int REGION_LENGTH = 15;

    /** The last part of a stack's ARN is a UUID (CloudFormation API reference, Stack, StackId). */
    public static final int STACK_ID_LENGTH = 36;

    /** How many characters are left for the suffix, whatever the account and region. */
    public int room() {
        int fixed = pattern.replace("{suffix}", "")
                .replace("{account}", "")
                .replace("{region}", "")
                .replace("{stackId}", "")
                .length();
        int account = pattern.contains("{account}") ? ACCOUNT_LENGTH : 0;
        int region = pattern.contains("{region}") ? REGION_LENGTH : 0;
        int stackId = pattern.contains("{stackId}") ? STACK_ID_LENGTH : 0;
        return limit - fixed - account - region - stackId;
    }

    /** The name for one suffix; what only AWS knows stays as placeholders. */
    public String with(String suffix) {
        return pattern.replace("{suffix}", suffix);
    }
}
