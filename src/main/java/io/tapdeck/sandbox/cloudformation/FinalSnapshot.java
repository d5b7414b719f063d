package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.cloudformation.types.Naming;
import io.tapdeck.sandbox.world.LiveResource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The snapshot that a policy of {@code Snapshot} takes of what goes (user guide, "DeletionPolicy attribute"). */
final class FinalSnapshot {

    private FinalSnapshot() {}

    /**
     * The snapshot of a resource; empty when its type has none.
     *
     * @param live the resource as it is when it goes
     */
    static Optional<LiveResource> of(Naming naming, LiveResource live, Instant now) {
        boolean copiesTags = live.property("/CopyTagsToSnapshot", "false").equals("true");
        return naming.snapshot()
                .map(snapshot -> new LiveResource(
                        live.stackId(),
                        live.stackName(),
                        live.logicalId(),
                        snapshot.type(),
                        snapshot.name(),
                        live.properties().deepCopy().put("DBClusterIdentifier", live.physicalId()),
                        JsonNodeFactory.instance.objectNode().put("DBClusterSnapshotArn", snapshot.arn()),
                        copiesTags ? live.tags() : Map.of(),
                        now,
                        now));
    }
}
