package io.tapdeck.deploy;

/** What can be done with a stack, and the call of CloudFormation that does it. */
public enum StackAction {
    /** Make it: a change set of type CREATE. */
    CREATE("CreateChangeSet"),
    /** Change it: a change set of type UPDATE. */
    UPDATE("CreateChangeSet"),
    /** Watch what runs to its end. */
    FOLLOW("DescribeStackEvents"),
    /** Turn a running update back. */
    CANCEL_UPDATE("CancelUpdateStack"),
    /** Go back to the last stable state from a paused creation or update. */
    ROLL_BACK("RollbackStack"),
    /** Go on with a rollback that stopped. */
    CONTINUE_ROLLBACK("ContinueUpdateRollback"),
    /** Delete it, by its id. */
    DELETE("DeleteStack"),
    /** Delete it except for resources that are left in the account. */
    DELETE_RETAINING("DeleteStack"),
    /** Delete it whatever its resources do; those that AWS cannot delete are left in the account. */
    FORCE_DELETE("DeleteStack");

    private final String call;

    StackAction(String call) {
        this.call = call;
    }

    /** The operation of CloudFormation's API. */
    public String call() {
        return call;
    }
}
