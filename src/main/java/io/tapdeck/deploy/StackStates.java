package io.tapdeck.deploy;

import static io.tapdeck.deploy.StackAction.CANCEL_UPDATE;
import static io.tapdeck.deploy.StackAction.CONTINUE_ROLLBACK;
import static io.tapdeck.deploy.StackAction.CREATE;
import static io.tapdeck.deploy.StackAction.DELETE;
import static io.tapdeck.deploy.StackAction.DELETE_RETAINING;
import static io.tapdeck.deploy.StackAction.FOLLOW;
import static io.tapdeck.deploy.StackAction.FORCE_DELETE;
import static io.tapdeck.deploy.StackAction.ROLL_BACK;
import static io.tapdeck.deploy.StackAction.UPDATE;

import io.tapdeck.deploy.StackState.Meaning;
import java.util.List;
import java.util.Map;

/** The state table: a row for every StackStatus, and one for a stack that is not there. */
public final class StackStates {
    private StackStates() {}

    /** What {@link StackState} tells of one state. */
    record Row(Meaning meaning, String sentence, String consequences, List<StackAction> actions) {}

    private static final Row UNKNOWN = new Row(
            Meaning.UNKNOWN,
            "This Tapdeck does not know the state.",
            "Nothing is done to the stack from here. The AWS console shows it.",
            List.of());

    private static final String CARRIES_ON = "Closing Tapdeck does not stop it.";

    private static final Map<String, Row> ROWS = Map.ofEntries(
            Map.entry(
                    "ABSENT",
                    new Row(
                            Meaning.ABSENT,
                            "There is no stack.",
                            "Nothing runs and nothing costs money.",
                            List.of(CREATE))),
            Map.entry(
                    "REVIEW_IN_PROGRESS",
                    new Row(
                            Meaning.ABSENT,
                            "Only a change set exists; nothing was created.",
                            "It costs nothing. The next deployment makes its own change set on it; until then the name is"
                                    + " taken.",
                            List.of(CREATE, DELETE))),
            Map.entry("CREATE_IN_PROGRESS", busy(Meaning.CREATING, "It is being created.", FOLLOW)),
            Map.entry(
                    "CREATE_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "Its creation failed and is paused where it stopped.",
                            "What was made stays and costs money. It can be mended by an update, removed or deleted.",
                            List.of(UPDATE, ROLL_BACK, DELETE))),
            Map.entry(
                    "CREATE_COMPLETE",
                    new Row(
                            Meaning.RUNNING,
                            "It was created and is up.",
                            "It can be changed.",
                            List.of(UPDATE, DELETE))),
            Map.entry(
                    "ROLLBACK_IN_PROGRESS",
                    busy(Meaning.ROLLED_BACK, "Its creation failed; what was made is being removed.", FOLLOW)),
            Map.entry(
                    "ROLLBACK_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "Its creation failed, and not all of what was made could be removed.",
                            "It can only be deleted. Mend what blocks it first; resources can be left out only once a deletion"
                                    + " has failed.",
                            List.of(DELETE))),
            Map.entry(
                    "ROLLBACK_COMPLETE",
                    new Row(
                            Meaning.STUCK,
                            "It was not created, and its stack is empty.",
                            "Nothing is in it. The next deployment deletes it first, then creates it anew.",
                            List.of(CREATE, DELETE))),
            Map.entry("DELETE_IN_PROGRESS", busy(Meaning.DELETING, "It is being deleted.", FOLLOW)),
            Map.entry(
                    "DELETE_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "AWS could not delete all of it.",
                            "What is left costs money and cannot be changed. Mend what blocks it and delete again, or leave"
                                    + " it in the account without a stack.",
                            List.of(DELETE, DELETE_RETAINING, FORCE_DELETE))),
            Map.entry(
                    "DELETE_COMPLETE",
                    new Row(
                            Meaning.ABSENT,
                            "It was deleted.",
                            "Its events can be read by its id for about 90 days.",
                            List.of(CREATE))),
            Map.entry("UPDATE_IN_PROGRESS", busy(Meaning.UPDATING, "It is being changed.", FOLLOW, CANCEL_UPDATE)),
            Map.entry(
                    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                    new Row(
                            Meaning.RUNNING,
                            "The change is done; what it replaced is being removed.",
                            "It can be used, but not changed until that is done.",
                            List.of(FOLLOW))),
            Map.entry(
                    "UPDATE_COMPLETE",
                    new Row(
                            Meaning.RUNNING,
                            "It was changed and is up.",
                            "It can be changed.",
                            List.of(UPDATE, DELETE))),
            Map.entry(
                    "UPDATE_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "A change failed and is paused where it stopped.",
                            "A part of it is new, a part old. It can be rolled back, or mended by another change that"
                                    + " replaces nothing.",
                            List.of(ROLL_BACK, UPDATE, DELETE))),
            Map.entry(
                    "UPDATE_ROLLBACK_IN_PROGRESS",
                    busy(Meaning.ROLLED_BACK, "A change failed; it goes back to how it was.", FOLLOW)),
            Map.entry(
                    "UPDATE_ROLLBACK_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "A change failed, and the way back stopped half-way.",
                            "It cannot be changed until the rollback is continued. Mend the cause first; a resource that is"
                                    + " skipped stays as it is, and the stack no longer knows how it is.",
                            List.of(CONTINUE_ROLLBACK, DELETE))),
            Map.entry(
                    "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                    busy(
                            Meaning.ROLLED_BACK,
                            "A change failed; it is as it was, and what the change made is being removed.",
                            FOLLOW)),
            Map.entry(
                    "UPDATE_ROLLBACK_COMPLETE",
                    new Row(
                            Meaning.ROLLED_BACK,
                            "The last change failed. It is up, as it was before.",
                            "It can be changed.",
                            List.of(UPDATE, DELETE))),
            Map.entry("IMPORT_IN_PROGRESS", busy(Meaning.UPDATING, "Resources are being imported into it.", FOLLOW)),
            Map.entry(
                    "IMPORT_COMPLETE",
                    new Row(
                            Meaning.RUNNING,
                            "Resources were imported into it; it is up.",
                            "It can be changed.",
                            List.of(UPDATE, DELETE))),
            Map.entry(
                    "IMPORT_ROLLBACK_IN_PROGRESS",
                    busy(Meaning.ROLLED_BACK, "An import failed; it goes back to how it was.", FOLLOW)),
            Map.entry(
                    "IMPORT_ROLLBACK_FAILED",
                    new Row(
                            Meaning.STUCK,
                            "An import failed, and the way back stopped half-way.",
                            "It can only be deleted, or mended in the AWS console.",
                            List.of(DELETE))),
            Map.entry(
                    "IMPORT_ROLLBACK_COMPLETE",
                    new Row(
                            Meaning.ROLLED_BACK,
                            "The last import failed. It is up, as it was before.",
                            "It can be changed.",
                            List.of(UPDATE, DELETE))));

    private static Row busy(Meaning meaning, String sentence, StackAction... actions) {
        return new Row(meaning, sentence, CARRIES_ON, List.of(actions));
    }

    /** The row of a state. */
    static Row of(String name) {
        return ROWS.getOrDefault(name, UNKNOWN);
    }
}
