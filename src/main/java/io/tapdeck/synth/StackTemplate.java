package io.tapdeck.synth;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One stack of an assembly.
 *
 * @param stackName its name in CloudFormation
 * @param body the template as JSON without needless blanks
 * @param resourceCount resources in it, at least one
 * @param dependsOn names of the stacks that must be deployed first
 * @param tags stack tags by key, {@code tapdeck:blueprint} and {@code tapdeck:suffix}; constant for the life of the stack
 * @param terminationProtection whether CloudFormation shall refuse to delete the stack
 * @param region where it must stand; null for the environment's own region
 * @param parameters outputs of other stacks of the assembly that it takes as template parameters, by parameter name
 */
public record StackTemplate(
        String stackName,
        String body,
        int resourceCount,
        List<String> dependsOn,
        Map<String, String> tags,
        boolean terminationProtection,
        @Nullable String region,
        Map<String, Output> parameters) {
    /** Longest template that may stand in a request (CloudFormation user guide, "Quotas"), in bytes. */
    public static final int BODY_LIMIT = 51_200;

    /** Most resources of a template (CloudFormation user guide, "Quotas"). */
    public static final int RESOURCE_LIMIT = 500;

    /** The same template for a stack of another name. */
    public StackTemplate named(String other) {
        return new StackTemplate(
                other, body, resourceCount, dependsOn, tags, terminationProtection, region, parameters);
    }

    public StackTemplate {
        dependsOn = List.copyOf(dependsOn);
        // In order: the same definition gives the same files at every start.
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** A stack in the environment's own region that takes no parameters. */
    public StackTemplate(
            String stackName,
            String body,
            int resourceCount,
            List<String> dependsOn,
            Map<String, String> tags,
            boolean terminationProtection) {
        this(stackName, body, resourceCount, dependsOn, tags, terminationProtection, null, Map.of());
    }

    /**
     * An output of another stack of the same assembly.
     *
     * @param stackName the stack, one of {@link #dependsOn}
     * @param key the output's key
     */
    public record Output(String stackName, String key) {}

    /** The template's length in bytes. */
    public int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
