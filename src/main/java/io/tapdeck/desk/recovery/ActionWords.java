package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState.Meaning;
import io.tapdeck.desk.common.Icons;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An action on a stack in words.
 *
 * @param verb the words of its button, without "…"
 * @param does one sentence: what it does, and when it is right
 */
record ActionWords(String verb, String does, Icons icon) {

    /** The words of an action; a deletion is called after what is there to be deleted. */
    static ActionWords of(RecoveryModel model, StackAction action) {
        StackSituation stack = model.stack();
        return switch (action) {
            case CREATE -> create(stack);
            case UPDATE ->
                new ActionWords(
                        "Change it",
                        stack.state().meaning() == Meaning.STUCK
                                ? "A change that replaces nothing mends what failed and goes on from there."
                                : "A new change set is made and reviewed before anything happens.",
                        Icons.CHANGE);
            case FOLLOW ->
                new ActionWords(
                        "Watch it",
                        "The timeline shows what runs, to its end. Watching changes nothing.",
                        Icons.DEPLOYMENTS);
            case CANCEL_UPDATE ->
                new ActionWords(
                        "Cancel the update",
                        "AWS turns the update back: what was changed goes back to how it was.",
                        Icons.CLOSE);
            case ROLL_BACK ->
                stack.state().removedByRollBack()
                        ? new ActionWords(
                                "Remove what was made",
                                "Everything in it is deleted, also what is otherwise kept.",
                                Icons.DESTROY)
                        : new ActionWords(
                                "Roll it back", "AWS goes back to the last state that was whole.", Icons.ROLLED_BACK);
            case CONTINUE_ROLLBACK ->
                new ActionWords(
                        "Continue the rollback",
                        "AWS tries again to go back. Mend the cause first, or skip what cannot be mended.",
                        Icons.ROLLED_BACK);
            case DELETE -> delete(model);
            case DELETE_RETAINING ->
                new ActionWords(
                        "Delete and leave the rest",
                        "The stack goes; what is ticked stays in the account without a stack.",
                        Icons.DESTROY);
            case FORCE_DELETE ->
                new ActionWords(
                        "Force the deletion",
                        "The stack goes whatever happens; what AWS cannot delete stays in the account.",
                        Icons.DESTROY);
        };
    }

    private static ActionWords create(StackSituation stack) {
        return switch (stack.state().name()) {
            case "REVIEW_IN_PROGRESS" ->
                new ActionWords(
                        "Make a new review",
                        "A new change set takes the place of the old one, and is reviewed first.",
                        Icons.DEPLOYMENTS);
            case "ROLLBACK_COMPLETE" ->
                new ActionWords(
                        "Deploy it again",
                        "The empty stack is deleted, then the same settings are reviewed anew.",
                        Icons.DEPLOYMENTS);
            default ->
                new ActionWords(
                        "Make it", "It begins in the wizard, and nothing is made before the review.", Icons.ADD);
        };
    }

    private static ActionWords delete(RecoveryModel model) {
        StackSituation stack = model.stack();
        if (stack.state().empty() && !model.destroys()) {
            return new ActionWords(
                    "Delete the empty stack", "Nothing is lost, and the name is free again.", Icons.DESTROY);
        }
        return model.destroys()
                ? new ActionWords(
                        "Destroy it", "A card says what goes and what stays, before anything happens.", Icons.DESTROY)
                : new ActionWords(
                        "Delete what is left",
                        stack.blocked().stream().anyMatch(BlockedResource::emptiable)
                                ? "AWS tries again to delete it. A bucket has to be empty first."
                                : "AWS tries again to delete it. Mend what stands in the way first.",
                        Icons.DESTROY);
    }

    /** What becomes of the resources with the ticks as they are; empty where there is nothing to say. */
    static String consequence(RecoveryModel model) {
        List<BlockedResource> ticked = model.ticked();
        return model.chosen()
                .map(action -> switch (action) {
                    case CONTINUE_ROLLBACK ->
                        ticked.isEmpty()
                                ? "Nothing is skipped: AWS tries all of them again."
                                : "%s taken as rolled back although %s not: the stack no longer knows how %s. Detect drift afterwards."
                                        .formatted(
                                                names(ticked) + (ticked.size() == 1 ? " is" : " are"),
                                                ticked.size() == 1 ? "it is" : "they are",
                                                ticked.size() == 1 ? "it really is" : "they really are");
                    case DELETE ->
                        ticked.isEmpty()
                                ? ""
                                : "Every object in %s is lost, with all its versions, before AWS tries again."
                                        .formatted(names(ticked));
                    case DELETE_RETAINING -> ticked.isEmpty() ? "" : orphans(ticked);
                    case FORCE_DELETE -> orphans(model.stack().blocked());
                    default -> "";
                })
                .orElse("");
    }

    /** What resources without a stack come to. */
    static String orphans(List<BlockedResource> left) {
        if (left.isEmpty()) {
            return "";
        }
        List<BlockedResource> data =
                left.stream().filter(BlockedResource::holdsData).toList();
        String stay = "%s in the account without a stack. Nobody deletes %s but you."
                .formatted(names(left) + (left.size() == 1 ? " stays" : " stay"), left.size() == 1 ? "it" : "them");
        return data.isEmpty()
                ? stay
                : stay
                        + " %s data and %s on costing money."
                                .formatted(
                                        names(data) + (data.size() == 1 ? " holds" : " hold"),
                                        data.size() == 1 ? "goes" : "go");
    }

    /** What the action deletes beside the stack; empty where it deletes nothing else. */
    static String others(RecoveryModel model) {
        List<String> others = model.goWith().stream()
                .map(other -> other.part() == null
                        ? other.stackName()
                        : "%s in %s".formatted(other.stackName(), other.part().region()))
                .toList();
        return others.isEmpty()
                ? ""
                : "Also deleted, except what their templates keep: %s.".formatted(sentence(others));
    }

    /** The resources' names in a sentence. */
    static String names(List<BlockedResource> resources) {
        return sentence(resources.stream().map(BlockedResource::displayName).toList());
    }

    private static String sentence(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
