package io.tapdeck.deploy;

import java.util.List;

/**
 * What destroying an environment does.
 *
 * @param deleted display names of what is deleted with everything in it
 * @param kept display names of what CloudFormation leaves in the account
 * @param refused why AWS would refuse now (termination protection), or empty
 * @param leftBehind what outlives the deleted resources outside of CloudFormation
 * @param buckets what lies in the buckets that are deleted
 */
public record DestroyPreview(
        String stackName,
        List<String> deleted,
        List<String> kept,
        List<String> refused,
        List<LeftBehind> leftBehind,
        List<BucketContent> buckets) {
    public DestroyPreview {
        deleted = List.copyOf(deleted);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
        leftBehind = List.copyOf(leftBehind);
        buckets = List.copyOf(buckets);
    }

    /** Nothing outlives it, and no bucket goes. */
    public DestroyPreview(String stackName, List<String> deleted, List<String> kept, List<String> refused) {
        this(stackName, deleted, kept, refused, List.of(), List.of());
    }
}
