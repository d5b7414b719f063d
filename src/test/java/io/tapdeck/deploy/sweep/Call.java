package io.tapdeck.deploy.sweep;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A call that was made.
 *
 * @param service such as {@code CloudFormation}
 * @param operation such as {@code describeStacks}
 */
record Call(String service, String operation) {
    private static final String READS = "describe|list|get|validate|simulate|head|estimate";

    /** Whether it changes nothing. */
    boolean reads() {
        return Stream.of(READS.split("\\|", -1)).anyMatch(operation::startsWith);
    }

    @Override
    public String toString() {
        return service + "." + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    }
}
