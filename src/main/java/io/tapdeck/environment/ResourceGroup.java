package io.tapdeck.environment;

import java.util.List;

/**
 * Resources of one stack that belong together on screen.
 *
 * @param id stable, such as {@code network}; also names the icon
 * @param title such as "Network"
 * @param resourceTypes the CloudFormation types in it
 * @param logicalIdPrefixes logical ids that begin so belong here whatever their type; checked before the types
 */
public record ResourceGroup(String id, String title, List<String> resourceTypes, List<String> logicalIdPrefixes) {
    public ResourceGroup {
        resourceTypes = List.copyOf(resourceTypes);
        logicalIdPrefixes = List.copyOf(logicalIdPrefixes);
    }
}
