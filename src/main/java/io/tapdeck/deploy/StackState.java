package io.tapdeck.deploy;

import java.util.List;

/**
 * The state of a stack, in CloudFormation's own words: what it means, what follows from it, what can be done. The rules are
 * those of the API reference (Stack, StackStatus; CancelUpdateStack; ContinueUpdateRollback; RollbackStack; DeleteStack) and
 * of the user guide ("Stack status codes", "Stack failure options").
 *
 * @param name CloudFormation's StackStatus, such as {@code CREATE_COMPLETE}; {@link #ABSENT} where there is no stack
 */
public record StackState(String name) {
    /** Not one of CloudFormation's words: there is no stack of that name. */
    public static final StackState ABSENT = new StackState("ABSENT");

    /** What a state means to an administrator; the names on screen are the desk's. */
    public enum Meaning {
        ABSENT,
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

    /**
     * Whether an operation failed and waits where it stopped: CloudFormation then takes an update only without rollback
     * (user guide, "Stack failure options").
     */
    public boolean paused() {
        return name.equals("CREATE_FAILED") || name.equals("UPDATE_FAILED");
    }

    /**
     * Whether there is a stack with nothing in it: one that only holds a change set, or whose creation was rolled back
     * (API reference, Stack, StackStatus).
     */
    public boolean empty() {
        return name.equals("REVIEW_IN_PROGRESS") || name.equals("ROLLBACK_COMPLETE");
    }

    /**
     * Whether to roll it back is to remove everything in it: a creation has no state to go back to (API reference,
     * RollbackStack).
     */
    public boolean removedByRollBack() {
        return name.equals("CREATE_FAILED");
    }

    /** What it means, in a word. */
    public Meaning meaning() {
        return StackStates.of(name).meaning();
    }

    /** What it means, in a sentence. */
    public String sentence() {
        return StackStates.of(name).sentence();
    }

    /** What follows from it: what works, what is lost, what it costs to leave it; one or two sentences. */
    public String consequences() {
        return StackStates.of(name).consequences();
    }

    /** What may be done, the safest useful one first; empty for a state that this Tapdeck does not know. */
    public List<StackAction> actions() {
        return StackStates.of(name).actions();
    }

    /** Whether an action is allowed. */
    public boolean allows(StackAction action) {
        return actions().contains(action);
    }
}
