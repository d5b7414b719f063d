package io.tapdeck.deploy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation failed: the first failure that is not merely a consequence of another.
 *
 * @param logicalId the resource, or the stack's name if no resource is to blame
 * @param resourceType its type
 * @param status such as {@code CREATE_FAILED}
 * @param reason AWS's words, verbatim
 * @param errorCode the code inside the reason, such as {@code InvalidRequest}, or null
 * @param at when
 * @param eventNumber its place among the operation's events, from 1
 * @param meaning what it means, in one or two sentences
 * @param remedies what can be done, the safest useful one first
 * @param part the stack that it belongs to; null for the environment's own
 */
public record RootCause(
        String logicalId,
        String resourceType,
        String status,
        String reason,
        @Nullable String errorCode,
        Instant at,
        int eventNumber,
        String meaning,
        List<Remedy> remedies,
        @Nullable Part part) {
    public RootCause {
        remedies = List.copyOf(remedies);
    }

    /** A cause in the environment's own stack. */
    public RootCause(
            String logicalId,
            String resourceType,
            String status,
            String reason,
            @Nullable String errorCode,
            Instant at,
            int eventNumber,
            String meaning,
            List<Remedy> remedies) {
        this(logicalId, resourceType, status, reason, errorCode, at, eventNumber, meaning, remedies, null);
    }

    /** The logical id, made unique among the environment's stacks: that of {@link PlannedResource#id}. */
    public String id() {
        return Part.id(part, logicalId);
    }
}
