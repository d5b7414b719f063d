package io.tapdeck.sandbox.world;

import java.util.HashSet;
import java.util.Set;

/** Names that may exist once in a partition, and do. Thread-safe. */
public final class TakenNames {

    private record Name(String partition, String type, String physicalId) {}

    private final Set<Name> taken = new HashSet<>();

    /** Takes a name; returns whether it was free. */
    synchronized boolean take(String partition, String type, String physicalId) {
        return taken.add(new Name(partition, type, physicalId));
    }

    /** Gives a name free; nothing happens when nobody has it. */
    synchronized void free(String partition, String type, String physicalId) {
        taken.remove(new Name(partition, type, physicalId));
    }
}
