package io.tapdeck.cli;

import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a stack stands, in words: why, what blocks it, and the numbered choices. */
final class SituationText {
    private static final Set<StackAction> RECOVERIES = EnumSet.of(
            StackAction.ROLL_BACK,
            StackAction.CONTINUE_ROLLBACK,
            StackAction.DELETE,
            StackAction.DELETE_RETAINING,
            StackAction.FORCE_DELETE);

    private SituationText() {}

    static void print(PrintStream to, StackSituation stack) {
        to.printf(
                "%s is in %s. %s%n",
                stack.stackName(), stack.state().name(), stack.state().sentence());
        switch (stack.state().meaning()) {
            case RUNNING, ROLLED_BACK, CREATING, UPDATING, DELETING -> {
                to.println(
                        stack.state().busy()
                                ? "Nothing to recover while it moves. Follow it with tapdeck watch."
                                : "Nothing to recover.");
                return;
            }
            default -> to.println(stack.state().consequences());
        }
        RootCause cause = stack.cause();
        if (cause != null) {
            CauseText.print(to, cause);
        }
        stack.blocked().forEach(resource -> to.println(blocked(resource)));
        if (stack.terminationProtection()) {
            to.println("Termination protection is on: AWS does not delete it.");
        }
        choices(to, stack);
    }

    /** What {@code tapdeck recover} can do about it, in the order of their numbers. */
    static List<StackAction> choices(StackSituation stack) {
        return stack.actions().stream().filter(RECOVERIES::contains).toList();
    }

    private static String blocked(BlockedResource resource) {
        StringBuilder line = new StringBuilder(
                "Blocked: %s (%s) %s".formatted(resource.logicalId(), resource.resourceType(), resource.physicalId()));
        line.append(System.lineSeparator()).append("  AWS says: ").append(resource.reason());
        if (resource.skippable()) {
            line.append(System.lineSeparator()).append("  It can be skipped.");
        }
        if (resource.emptiable()) {
            line.append(System.lineSeparator()).append("  It is a bucket and can be emptied.");
        }
        if (resource.holdsData()) {
            line.append(System.lineSeparator()).append("  It holds data.");
        }
        return line.toString();
    }

    private static void choices(PrintStream to, StackSituation stack) {
        int number = 1;
        for (StackAction action : choices(stack)) {
            to.printf("%d  %-36s %s%n", number++, words(stack, action), option(action));
        }
        if (stack.actions().contains(StackAction.UPDATE) || stack.actions().contains(StackAction.CREATE)) {
            to.println("Or deploy again: tapdeck deploy.");
        }
    }

    /** What an action does to a stack, beginning with a verb in lower case. */
    static String words(StackSituation stack, StackAction action) {
        return action == StackAction.ROLL_BACK && stack.state().removedByRollBack()
                ? "remove all that was made"
                : action.words();
    }

    /** The option of {@code tapdeck recover} that chooses an action; empty for an action that is another command's. */
    static String option(StackAction action) {
        return switch (action) {
            case CONTINUE_ROLLBACK -> "--continue [--skip ID]...";
            case ROLL_BACK -> "--roll-back";
            case DELETE -> "--delete [--empty BUCKETID]...";
            case DELETE_RETAINING -> "--retain ID...";
            case FORCE_DELETE -> "--force";
            default -> "";
        };
    }
}
