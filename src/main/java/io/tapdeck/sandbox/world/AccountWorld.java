package io.tapdeck.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The regions of an account together: some names are unique over all of them, those of buckets even over all accounts
 * (S3 user guide, "Bucket naming rules"), and some resources are seen from all regions. Safe for use by many threads.
 */
public final class AccountWorld {

    private final List<ResourceWorld> regions = new CopyOnWriteArrayList<>();
    private final TakenNames own = new TakenNames();
    private final TakenNames everyones;
    private final BucketObjects objects = new BucketObjects();

    /** The only account. */
    public AccountWorld() {
        this(new TakenNames());
    }

    /** One of the accounts that share the names of their buckets. */
    public AccountWorld(TakenNames everyones) {
        this.everyones = everyones;
    }

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
     * Takes a name that may exist once in a partition, or once in this account's.
     *
     * @return whether it was free
     */
    public boolean take(String partition, String type, String physicalId) {
        return names(type).take(partition, type, physicalId);
    }

    /** Gives such a name free; nothing happens when nobody has it. */
    public void free(String partition, String type, String physicalId) {
        names(type).free(partition, type, physicalId);
    }

    private TakenNames names(String type) {
        return type.equals("AWS::S3::Bucket") ? everyones : own;
    }
}
