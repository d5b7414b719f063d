package io.tapdeck.desk.deployment;

import java.time.Instant;

/**
 * A line of the events log.
 *
 * @param status CloudFormation's, such as {@code CREATE_COMPLETE}
 * @param name the resource, or the stack
 * @param reason AWS's words, or empty
 */
public record LogLine(Instant at, String status, String name, String reason) {

    /** Whether something failed. */
    public boolean problem() {
        return status.endsWith("_FAILED") || status.contains("ROLLBACK");
    }
}
