package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.StackAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked before a recovery is begun.
 *
 * @param says what will happen, in sentences
 * @param typed whether the suffix has to be typed, since data is lost
 */
record Asking(String title, List<String> says, boolean typed) {

    /** Empty where nothing can be lost by it. */
    static Optional<Asking> of(RecoveryModel model) {
        StackAction action = model.chosen().orElse(StackAction.FOLLOW);
        return switch (action) {
            case CANCEL_UPDATE ->
                Optional.of(new Asking(
                        "Cancel the update",
                        List.of(
                                "AWS turns back what was changed so far. That takes about as long as the change did.",
                                "If it cannot go back, the stack is stuck and needs you."),
                        false));
            case ROLL_BACK ->
                model.stack().state().removedByRollBack()
                        ? Optional.of(new Asking(
                                "Confirm the data loss",
                                List.of("Everything in it is deleted, also what is otherwise kept."),
                                true))
                        : Optional.empty();
            case DELETE, DELETE_RETAINING -> {
                if (!model.losses().isEmpty() || !model.goWith().isEmpty()) {
                    yield Optional.of(loss(model));
                }
                yield action == StackAction.DELETE && model.destroys()
                        ? Optional.of(new Asking(
                                "Confirm the data loss",
                                List.of("Everything in %s is deleted, except what its template keeps."
                                        .formatted(model.stack().stackName())),
                                true))
                        : Optional.empty();
            }
            case FORCE_DELETE ->
                Optional.of(new Asking(
                        "Force the deletion",
                        List.of(
                                "AWS deletes the stack and all of it that it can.",
                                ActionWords.orphans(model.stack().blocked()),
                                ActionWords.others(model)),
                        true));
            default -> Optional.empty();
        };
    }

    private static Asking loss(RecoveryModel model) {
        List<BlockedResource> deleted = model.losses().stream()
                .filter(resource -> !model.isTicked(resource))
                .toList();
        List<String> says = new ArrayList<>();
        if (!deleted.isEmpty()) {
            says.add("What %s %s is lost."
                    .formatted(ActionWords.names(deleted), deleted.size() == 1 ? "holds" : "hold"));
        }
        says.add(ActionWords.consequence(model));
        says.add(ActionWords.others(model));
        return new Asking("Confirm the data loss", says, true);
    }
}
