package io.tapdeck.deploy;

/**
 * The state of a stack, in CloudFormation's own words.
 *
 * @param name CloudFormation's StackStatus, such as {@code CREATE_COMPLETE}
 */
public record StackState(String name) {

    /** What a state means to an administrator; the names on screen are the desk's. */
    public enum Meaning {
        RUNNING,
        CREATING,
        UPDATING,
        DELETING,
        ROLLED_BACK,
        STUCK,
        UNKNOWN
    }

    /** Whether an operation runs on the stack. */
    public boolean busy() {
        return name.endsWith("_IN_PROGRESS") && !name.equals("REVIEW_IN_PROGRESS");
    }

    /** CloudFormation user guide, "Understand stack creation events" and API reference, Stack, StackStatus. */
    public Meaning meaning() {
        return switch (name) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" ->
                Meaning.RUNNING;
            case "CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS" -> Meaning.CREATING;
            case "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS" -> Meaning.UPDATING;
            case "DELETE_IN_PROGRESS" -> Meaning.DELETING;
            case "ROLLBACK_IN_PROGRESS",
                    "UPDATE_ROLLBACK_IN_PROGRESS",
                    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                    "IMPORT_ROLLBACK_IN_PROGRESS",
                    "UPDATE_ROLLBACK_COMPLETE",
                    "IMPORT_ROLLBACK_COMPLETE" -> Meaning.ROLLED_BACK;
            case "CREATE_FAILED",
                    "ROLLBACK_COMPLETE",
                    "ROLLBACK_FAILED",
                    "UPDATE_FAILED",
                    "UPDATE_ROLLBACK_FAILED",
                    "DELETE_FAILED",
                    "IMPORT_ROLLBACK_FAILED" -> Meaning.STUCK;
            default -> Meaning.UNKNOWN;
        };
    }
}
