package io.tapdeck.environment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a company adds to every stack in a target, whatever the blueprint. What it does not name stays as it is on stacks
 * that run: no tags keep their tags, no role their role, no boundary their boundary. So a boundary is exchanged for
 * another, never taken off.
 *
 * @param tags mandatory stack tags by key, beside Tapdeck's own; at most {@value #MOST_TAGS}, which CloudFormation
 *     spreads to every resource
 * @param serviceRole the ARN of the role that CloudFormation takes on, or null for the caller's own rights
 * @param permissionsBoundary the ARN, or the name of a customer managed policy of the account, that limits every role in
 *     the template; null for none, or for that which the environment runs with
 */
public record TargetSettings(
        SortedMap<String, String> tags,
        @Nullable String serviceRole,
        @Nullable String permissionsBoundary) {
    /** Tags that AWS takes on one resource (Tagging AWS resources user guide, "Tag naming limits and requirements"). */
    public static final int TAG_LIMIT = 50;

    /**
     * The most mandatory tags. A subnet carries the most of the others, five: {@code tapdeck:suffix} and
     * {@code tapdeck:blueprint} of its stack, and {@code Name}, {@code aws-cdk:subnet-name} and {@code aws-cdk:subnet-type}
     * of CDK. A replica's bucket carries four: the stack's two, {@code tapdeck:region}, and CDK's
     * {@code aws-cdk:auto-delete-objects}. Tags that begin with {@code aws:} do not count.
     */
    public static final int MOST_TAGS = TAG_LIMIT - 5;

    /** Nothing is added. */
    public static final TargetSettings NONE = new TargetSettings(Collections.emptySortedMap(), null, null);

    public TargetSettings {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
