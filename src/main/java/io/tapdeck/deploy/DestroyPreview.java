package io.tapdeck.deploy;

import java.util.List;

/**
 * What destroying an environment does.
 *
 * @param deleted display names of what is deleted with everything in it
 * @param kept display names of what CloudFormation leaves in the account
 * @param refused why AWS would refuse now (termination protection), or empty
 */
public record DestroyPreview(String stackName, List<String> deleted, List<String> kept, List<String> refused) {
    public DestroyPreview {
        deleted = List.copyOf(deleted);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
    }
}
