package io.tapdeck.environment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a company adds to every stack in a target, whatever the blueprint.
 *
 * @param tags mandatory stack tags by key, beside Tapdeck's own; CloudFormation spreads them to every resource
 * @param serviceRole the ARN of the role that CloudFormation takes on, or null for the caller's own rights
 * @param permissionsBoundary the ARN, or the name of a customer managed policy of the account, that limits every role in
 *     the template; null for none
 */
public record TargetSettings(
        SortedMap<String, String> tags,
        @Nullable String serviceRole,
        @Nullable String permissionsBoundary) {
    /** Nothing is added. */
    public static final TargetSettings NONE = new TargetSettings(Collections.emptySortedMap(), null, null);

    public TargetSettings {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
