package io.tapdeck.cli;

import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What shall be done about a stuck stack. Resources are named by logical id, or by the name that is printed. */
final class RecoveryOptions {
    @Option(names = "--continue", description = "Continue a rollback that stopped (UPDATE_ROLLBACK_FAILED).")
    boolean further;

    @Option(
            names = "--skip",
            paramLabel = "ID",
            description = "With --continue: take it as rolled back although it is not; the stack no longer knows it.")
    List<String> skipped = new ArrayList<>();

    @Option(names = "--roll-back", description = "Go back from a pause (CREATE_FAILED, UPDATE_FAILED).")
    boolean rollBack;

    @Option(names = "--delete", description = "Delete the stack.")
    boolean delete;

    @Option(
            names = "--empty",
            paramLabel = "BUCKETID",
            description = "With --delete: empty this bucket first; every object and version is lost.")
    List<String> emptied = new ArrayList<>();

    @Option(
            names = "--retain",
            paramLabel = "ID",
            description = "Delete the stack without this resource (DELETE_FAILED); it stays in the account.")
    List<String> retained = new ArrayList<>();

    @Option(names = "--force", description = "Delete the stack past whatever AWS cannot delete (DELETE_FAILED).")
    boolean force;

    /** Refuses what cannot be meant together. */
    void check() {
        long chosen = Stream.of(further, rollBack, delete, !retained.isEmpty(), force)
                .filter(Boolean::booleanValue)
                .count();
        if (chosen > 1) {
            throw CommandFailure.wrongUse("Choose one of --continue, --roll-back, --delete, --retain and --force.");
        }
        if (!skipped.isEmpty() && !further) {
            throw CommandFailure.wrongUse("--skip goes with --continue.");
        }
        if (!emptied.isEmpty() && !delete) {
            throw CommandFailure.wrongUse("--empty goes with --delete.");
        }
    }

    /** What was chosen; null if nothing was. */
    @Nullable
    Recovery recovery(StackSituation stack) {
        if (further) {
            return of(StackAction.CONTINUE_ROLLBACK, stack);
        }
        if (rollBack) {
            return of(StackAction.ROLL_BACK, stack);
        }
        if (delete) {
            return of(StackAction.DELETE, stack);
        }
        if (!retained.isEmpty()) {
            return of(StackAction.DELETE_RETAINING, stack);
        }
        return force ? of(StackAction.FORCE_DELETE, stack) : null;
    }

    /** An action with the resources that the options name; what is retained without a name is all that is blocked. */
    Recovery of(StackAction action, StackSituation stack) {
        return switch (action) {
            case CONTINUE_ROLLBACK -> new Recovery.ContinueRollback(stack.part(), ids(skipped, stack));
            case ROLL_BACK -> new Recovery.RollBack(stack.part());
            case DELETE -> new Recovery.Delete(stack.part(), ids(emptied, stack));
            case DELETE_RETAINING ->
                new Recovery.DeleteRetaining(
                        stack.part(),
                        retained.isEmpty()
                                ? stack.blocked().stream()
                                        .map(BlockedResource::logicalId)
                                        .collect(Collectors.toSet())
                                : ids(retained, stack));
            case FORCE_DELETE -> new Recovery.ForceDelete(stack.part());
            case CANCEL_UPDATE -> new Recovery.CancelUpdate(stack.part());
            case CREATE, UPDATE, FOLLOW -> throw new IllegalArgumentException(action + " is no recovery");
        };
    }

    private static Set<String> ids(List<String> names, StackSituation stack) {
        return names.stream()
                .map(name -> stack.blocked().stream()
                        .filter(resource -> resource.displayName().equals(name))
                        .map(BlockedResource::logicalId)
                        .findFirst()
                        .orElse(name))
                .collect(Collectors.toSet());
    }
}
