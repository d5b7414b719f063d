package io.tapdeck.deploy.inventory;

import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Leftover.Kind;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.Owner;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.Tag;

/**
 * Finds the snapshots of clusters that were destroyed. CDK's clusters copy their tags to their snapshots, so that the tags
 * tell whose they were.
 */
public final class Snapshots {
    private static final String WORDS = "The last snapshot of a database that was destroyed. It costs money until it is"
            + " deleted; the environment can be made again from it.";

    private final StackRegion region;

    /** The snapshots of one region. */
    Snapshots(StackRegion region) {
        this.region = region;
    }

    /** Those that can be restored and that Tapdeck's tags are on; whether their environments exist is not asked. */
    List<Leftover> all() {
        return region
                .calls()
                .call(() -> region
                        .connection()
                        .rds()
                        .describeDBClusterSnapshotsPaginator(request -> request.snapshotType("manual"))
                        .dbClusterSnapshots()
                        .stream()
                        .filter(snapshot -> "available".equals(snapshot.status()))
                        .toList())
                .stream()
                .flatMap(
                        snapshot -> Owner.of(tags(snapshot), region.connection().session()).stream()
                                .map(owner -> new Leftover(
                                        owner.environment(),
                                        Kind.SNAPSHOT,
                                        snapshot.dbClusterSnapshotIdentifier(),
                                        region.name(),
                                        snapshot.snapshotCreateTime(),
                                        WORDS)))
                .toList();
    }

    private static Map<String, String> tags(DBClusterSnapshot snapshot) {
        return snapshot.tagList().stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first));
    }
}
