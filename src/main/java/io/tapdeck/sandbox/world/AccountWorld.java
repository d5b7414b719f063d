package io.tapdeck.sandbox.world;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The regions of the sandbox's account together: some names are unique over all of them (S3 user guide, "Bucket naming
 * rules": over all regions of a partition), and some resources are seen from all of them. Safe for use by many threads.
 */
public final class AccountWorld {

    private record Name(String partition, String type, String physicalId) {}

    private final List<ResourceWorld> regions = new CopyOnWriteArrayList<>();
    private final Set<Name> taken = new HashSet<>();
    private final BucketObjects objects = new BucketObjects();

    void add(ResourceWorld region) {
        regions.add(region);
    }

    /** What lies in the buckets of all regions. */
    public BucketObjects objects() {
        return objects;
    }

    /** Every live resource of a CloudFormation type, region by region. */
    public List<LiveResource> ofType(String type) {
        return regions.stream().flatMap(region -> region.ofType(type).stream()).toList();
    }

    /** The resource of a type with this physical id, in whatever region. */
    public Optional<LiveResource> find(String type, String physicalId) {
        return regions.stream()
                .flatMap(region -> region.find(type, physicalId).stream())
                .findFirst();
    }

    /**
     * Takes a name that may exist once in a partition.
     *
     * @return whether it was free
     */
    public synchronized boolean take(String partition, String type, String physicalId) {
        return taken.add(new Name(partition, type, physicalId));
    }

    /** Gives such a name free; nothing happens when nobody has it. */
    public synchronized void free(String partition, String type, String physicalId) {
        taken.remove(new Name(partition, type, physicalId));
    }
}
