package io.tapdeck.synth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One stack of an assembly.
 *
 * @param stackName its name in CloudFormation
 * @param body the template as JSON without needless blanks
 * @param resourceCount resources in it, at least one
 * @param dependsOn names of the stacks that must be deployed first
 * @param tags stack tags, {@code tapdeck:suffix} and {@code tapdeck:blueprint}; constant for the life of the stack
 * @param terminationProtection whether CloudFormation shall refuse to delete the stack
 */
public record StackTemplate(
        String stackName,
        String body,
        int resourceCount,
        List<String> dependsOn,
        Map<String, String> tags,
        boolean terminationProtection) {
    /** Longest template that may stand in a request (CloudFormation user guide, "Quotas"), in bytes. */
    public static final int BODY_LIMIT = 51_200;

    /** Most resources of a template (CloudFormation user guide, "Quotas"). */
    public static final int RESOURCE_LIMIT = 500;

    public StackTemplate {
        dependsOn = List.copyOf(dependsOn);
        tags = Map.copyOf(tags);
    }

    /** The template's length in bytes. */
    public int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
