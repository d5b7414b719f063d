package io.tapdeck.deploy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change set does to one resource.
 *
 * @param logicalId as in the template
 * @param displayName without CDK's hash and suffix; the region follows where it stands in a part
 * @param resourceType such as {@code AWS::RDS::DBCluster}
 * @param risk how dangerous
 * @param properties what changes in it; empty for added and removed resources
 * @param sentence what becomes of it and of what it holds; empty where the properties say all
 * @param part the stack that it belongs to; null for the environment's own
 */
public record ResourceChange(
        String logicalId,
        String displayName,
        String resourceType,
        Risk risk,
        List<PropertyChange> properties,
        String sentence,
        @Nullable Part part) {
    public ResourceChange {
        properties = List.copyOf(properties);
    }

    /** A change in the environment's own stack whose properties say all. */
    public ResourceChange(
            String logicalId, String displayName, String resourceType, Risk risk, List<PropertyChange> properties) {
        this(logicalId, displayName, resourceType, risk, properties, "", null);
    }

    /** How dangerous a change is; the order is the order of the review. */
    public enum Risk {
        /** Replaced or removed, and what it holds is lost. */
        DATA_LOST,
        /** Replaced; nothing is lost. */
        REPLACED,
        /** Removed; it held nothing. */
        REMOVED,
        /** Changed in place. */
        IN_PLACE,
        /** New. */
        ADDED,
        /** Reads an attribute of another change, which most likely stays as it is; then nothing happens to it. */
        FOLLOWS
    }

    /**
     * One property before and after.
     *
     * @param path such as {@code ServerlessV2ScalingConfiguration.MaxCapacity}
     * @param before the value now, or null where it has none or AWS does not tell
     * @param after the value then, or null likewise
     * @param recreates whether this property is why the resource is replaced
     * @param follows what it reads, such as {@code BackupEncryptionKey.Arn}, where AWS knows only during the deployment
     *     whether it changes; else null
     */
    public record PropertyChange(
            String path,
            @Nullable String before,
            @Nullable String after,
            boolean recreates,
            @Nullable String follows) {

        /** A change that AWS is certain of. */
        public PropertyChange(String path, @Nullable String before, @Nullable String after, boolean recreates) {
            this(path, before, after, recreates, null);
        }
    }
}
