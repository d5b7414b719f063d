package io.tapdeck.deploy;

/** What can be done with a stack, and the call of CloudFormation that does it. */
public enum StackAction {
    /** Make it: a change set of type CREATE. */
    CREATE("CreateChangeSet", "create it"),
    /** Change it: a change set of type UPDATE. */
    UPDATE("CreateChangeSet", "change it"),
    /** Watch what runs to its end. */
    FOLLOW("DescribeStackEvents", "watch it to its end"),
    /** Turn a running update back. */
    CANCEL_UPDATE("CancelUpdateStack", "cancel the change"),
    /** Go back to the last stable state from a paused creation or update. */
    ROLL_BACK("RollbackStack", "roll it back"),
    /** Go on with a rollback that stopped. */
    CONTINUE_ROLLBACK("ContinueUpdateRollback", "continue the rollback"),
    /** Delete it, by its id. */
    DELETE("DeleteStack", "delete it"),
    /** Delete it except for resources that are left in the account. */
    DELETE_RETAINING("DeleteStack", "delete it without what blocks it"),
    /** Delete it whatever its resources do; those that AWS cannot delete are left in the account. */
    FORCE_DELETE("DeleteStack", "force its deletion");

    private final String call;
    private final String words;

    StackAction(String call, String words) {
        this.call = call;
        this.words = words;
    }

    /** The operation of CloudFormation's API. */
    public String call() {
        return call;
    }

    /** What it does to a stack, beginning with a verb in lower case. */
    public String words() {
        return words;
    }
}
