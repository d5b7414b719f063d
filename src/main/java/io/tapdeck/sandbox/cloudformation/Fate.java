package io.tapdeck.sandbox.cloudformation;

import java.util.Optional;

/** What becomes of a physical resource that a stack gives up. */
enum Fate {
    DELETE,
    /** It is deleted after a snapshot was taken of it, where its type has one. */
    SNAPSHOT,
    /** It stays, and no stack has it any more. */
    RETAIN;

    /** What {@code DeletionPolicy} says when the stack or the resource in it is deleted. */
    static Fate deleted(SimulatedResource resource) {
        return of(policy(resource));
    }

    /** What it says when the operation that made the resource is rolled back: {@code RetainExceptOnCreate} lets go. */
    static Fate rolledBack(SimulatedResource resource, boolean retainExceptOnCreate) {
        String policy = policy(resource);
        boolean letsGo = retainExceptOnCreate || policy.equals("RetainExceptOnCreate");
        return letsGo && policy.startsWith("Retain") ? DELETE : of(policy);
    }

    /** What {@code UpdateReplacePolicy} says of what a replacement left behind. */
    static Fate replaced(Leftover leftover) {
        return of(leftover.physical().definition().updateReplacePolicy());
    }

    private static Fate of(String policy) {
        return policy.startsWith("Retain") ? RETAIN : policy.equals("Snapshot") ? SNAPSHOT : DELETE;
    }

    private static String policy(SimulatedResource resource) {
        return Optional.ofNullable(resource.physical)
                .map(physical -> physical.definition().deletionPolicy())
                .orElse("Delete");
    }
}
