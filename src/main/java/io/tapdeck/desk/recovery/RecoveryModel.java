package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** What is chosen about one stack: the action, and the resources that are ticked for it. For the JavaFX thread only. */
final class RecoveryModel {
    private final StackSituation stack;
    private final List<StackAction> choosable;
    private final Optional<Recovery.DeleteEmpty> deletesEmpty;
    private final List<StackSituation> goWith;
    private final Map<StackAction, Set<String>> ticked = new EnumMap<>(StackAction.class);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable StackAction chosen;

    /**
     * The safest useful action is chosen; of a deletion that leaves the rest, the rest is all that stands in its way.
     *
     * @param mayChange whether the session may do any of it
     */
    RecoveryModel(Situation situation, StackSituation stack, boolean mayChange) {
        this.stack = stack;
        this.choosable = stack.actions().stream()
                .filter(action -> mayChange || action == StackAction.FOLLOW)
                .toList();
        this.deletesEmpty = situation.deletesEmpty(stack);
        this.goWith = deletesEmpty.isPresent() ? List.of() : situation.goWith(stack);
        this.chosen = choosable.isEmpty() ? null : choosable.getFirst();
        for (StackAction action : stack.actions()) {
            ticked.put(action, new LinkedHashSet<>());
        }
        if (ticked.containsKey(StackAction.DELETE_RETAINING)) {
            stack.blocked()
                    .forEach(blocked -> tickedFor(StackAction.DELETE_RETAINING).add(blocked.logicalId()));
        }
    }

    /** Changes whenever the choice does. */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    StackSituation stack() {
        return stack;
    }

    /** What can be done from here; a session that only reads follows, and is told of the rest. */
    List<StackAction> choosable() {
        return choosable;
    }

    /** The action; empty where nothing can be done from here. */
    Optional<StackAction> chosen() {
        return Optional.ofNullable(chosen);
    }

    void choose(StackAction action) {
        chosen = action;
        touch();
    }

    /** Whether a deletion would begin now, and not merely go on or take an empty stack: then it is asked for. */
    boolean destroys() {
        return switch (stack.state().name()) {
            case "DELETE_FAILED", "ROLLBACK_FAILED" -> false;
            default -> deletesEmpty.isEmpty();
        };
    }

    /** The other stacks that the chosen action deletes too, whatever state they are in. */
    List<StackSituation> goWith() {
        return switch (chosen) {
            case DELETE, DELETE_RETAINING, FORCE_DELETE -> goWith;
            case null, default -> List.of();
        };
    }

    /** Whether a resource can be ticked for the chosen action. */
    boolean tickable(BlockedResource resource) {
        return switch (chosen) {
            case CONTINUE_ROLLBACK -> resource.skippable();
            case DELETE -> resource.emptiable();
            case DELETE_RETAINING -> true;
            case null, default -> false;
        };
    }

    boolean isTicked(BlockedResource resource) {
        return chosen != null && tickedFor(chosen).contains(resource.logicalId());
    }

    void tick(BlockedResource resource, boolean on) {
        if (chosen != null && tickable(resource)) {
            if (on) {
                tickedFor(chosen).add(resource.logicalId());
            } else {
                tickedFor(chosen).remove(resource.logicalId());
            }
            touch();
        }
    }

    /** The resources that are ticked for the chosen action, in the order of the table. */
    List<BlockedResource> ticked() {
        return stack.blocked().stream().filter(this::isTicked).toList();
    }

    /** Those that are not. */
    List<BlockedResource> unticked() {
        List<BlockedResource> others = new ArrayList<>(stack.blocked());
        others.removeAll(ticked());
        return others;
    }

    /** Why it cannot be done yet; empty if it can. */
    String obstacle() {
        return chosen == StackAction.DELETE_RETAINING && ticked().isEmpty()
                ? "Tick what is left in the account. To leave nothing, delete what is left."
                : "";
    }

    /** The resources whose data the chosen action deletes. */
    List<BlockedResource> losses() {
        return switch (chosen) {
            // A bucket that is not emptied cannot be deleted, so it loses nothing.
            case DELETE, FORCE_DELETE ->
                stack.blocked().stream()
                        .filter(resource -> isTicked(resource) || (resource.holdsData() && !resource.emptiable()))
                        .toList();
            case DELETE_RETAINING ->
                unticked().stream()
                        .filter(resource -> resource.holdsData() && !resource.emptiable())
                        .toList();
            case null, default -> List.of();
        };
    }

    /** What Tapdeck does to the stack; empty where the action leads to another page. */
    Optional<Recovery> recovery() {
        Set<String> ids = chosen == null ? Set.of() : Set.copyOf(tickedFor(chosen));
        return Optional.ofNullable(
                switch (chosen) {
                    case CANCEL_UPDATE -> new Recovery.CancelUpdate(stack.part());
                    case ROLL_BACK -> new Recovery.RollBack(stack.part());
                    case CONTINUE_ROLLBACK -> new Recovery.ContinueRollback(stack.part(), ids);
                    case DELETE ->
                        deletesEmpty.isPresent() ? deletesEmpty.get() : new Recovery.Delete(stack.part(), ids);
                    case DELETE_RETAINING -> new Recovery.DeleteRetaining(stack.part(), ids);
                    case FORCE_DELETE -> new Recovery.ForceDelete(stack.part());
                    case null, default -> null;
                });
    }

    private Set<String> tickedFor(StackAction action) {
        return ticked.computeIfAbsent(action, unknown -> new LinkedHashSet<>());
    }

    private void touch() {
        revision.set(revision.get() + 1);
    }
}
