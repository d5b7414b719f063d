package io.tapdeck.deploy.sweep;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that was made.
 *
 * @param service such as {@code CloudFormation}
 * @param operation such as {@code describeStacks}
 * @param paged whether its answer is a page of a list with something on it
 */
record Call(String service, String operation, boolean paged) {
    private static final String READS = "describe|list|get|validate|simulate|head|estimate";

    private static final Set<String> STARTS =
            Set.of("executeChangeSet", "deleteStack", "cancelUpdateStack", "continueUpdateRollback", "rollbackStack");

    /** Whether it changes nothing. */
    boolean reads() {
        return Stream.of(READS.split("\\|", -1)).anyMatch(operation::startsWith);
    }

    /** Whether it sets a stack in motion. */
    boolean starts() {
        return STARTS.contains(operation);
    }

    /** Whether a fault can happen to it. */
    boolean canHave(Fault fault) {
        return switch (fault) {
            case STALE_READ -> reads() && !service.equals("Sts");
            case DUPLICATE_PAGE, REVERSED_PAGE -> paged;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return service + "." + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    }
}
