package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState.Meaning;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a stuck stack needs, and does what is chosen. */
@Command(name = "recover", description = "Say what a stuck stack needs, and do what is chosen.")
final class RecoverCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--suffix", required = true, paramLabel = "S", description = "The environment's name.")
    String suffix = "";

    @Option(
            names = "--blueprint",
            paramLabel = "ID",
            description = "Needed where two environments share a suffix, or where only a part is left.")
    @Nullable
    String blueprint;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Which of the environment's stacks; without it the one that is stuck.")
    @Nullable
    String stackName;

    @Mixin
    RecoveryOptions options = new RecoveryOptions();

    @Option(names = "--yes", description = "Do not ask. Never approves the loss of data.")
    boolean yes;

    @Option(
            names = "--allow-data-loss",
            paramLabel = "SUFFIX",
            description = "Approve the loss of what the stack still holds.")
    @Nullable
    String allowDataLoss;

    RecoverCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        options.check();
        Workbench workbench = engines.open(target);
        new Interruptions(workbench, terminal).resume(suffix, blueprint);
        Deployments deployments = workbench.deployments();
        // Named in full, it need not be listed: a part or an empty stack may be left of it.
        EnvironmentKey environment = Environments.key(workbench, suffix, blueprint);
        Situation situation = deployments.situation(environment);
        StackSituation stack = stack(situation);
        Recovery recovery = options.recovery(stack);
        if (recovery == null) {
            SituationText.print(terminal.out(), stack);
            if (!stuck(stack)) {
                return ExitCode.DONE;
            }
            recovery = chosen(stack);
        } else {
            SituationText.print(terminal.err(), stack);
        }
        Recovery approved = narrowed(situation, stack, recovery);
        approve(deployments, environment, stack, approved);
        EventPrinter printer = new EventPrinter(terminal, false);
        return printer.follow(suffix, () -> deployments.recover(environment, approved, printer));
    }

    private static boolean stuck(StackSituation stack) {
        return stack.state().meaning() == Meaning.STUCK || stack.state().empty();
    }

    /** Where nothing can be lost, nothing is allowed to be: a deletion of an empty stack takes that stack only. */
    private static Recovery narrowed(Situation situation, StackSituation stack, Recovery recovery) {
        return recovery instanceof Recovery.Delete delete && delete.emptied().isEmpty()
                ? situation.deletesEmpty(stack).<Recovery>map(empty -> empty).orElse(recovery)
                : recovery;
    }

    private StackSituation stack(Situation situation) {
        if (stackName == null) {
            return situation.foremost();
        }
        return situation.stacks().stream()
                .filter(stack -> stack.stackName().equals(stackName))
                .findFirst()
                .orElseThrow(() -> CommandFailure.wrongUse("%s has no stack %s.".formatted(suffix, stackName)));
    }

    /** Asks which of the numbered choices; nobody to ask is told how to choose. */
    private Recovery chosen(StackSituation stack) {
        List<StackAction> choices = SituationText.choices(stack);
        if (choices.isEmpty()) {
            throw CommandFailure.failed("Nothing was done. What it needs is done in the AWS console.");
        }
        if (!terminal.interactive()) {
            throw CommandFailure.failed("Nothing was done. Choose one: repeat the command with its option.");
        }
        String answer = terminal.ask("Which one? Type its number, or nothing to leave it:");
        for (int number = 1; number <= choices.size(); number++) {
            if (String.valueOf(number).equals(answer)) {
                return options.of(choices.get(number - 1), stack);
            }
        }
        throw CommandFailure.failed("Nothing was done.");
    }

    private void approve(Deployments deployments, EnvironmentKey environment, StackSituation stack, Recovery recovery) {
        boolean removes = recovery instanceof Recovery.RollBack && stack.state().removedByRollBack();
        boolean deletes = switch (recovery) {
            case Recovery.Delete _, Recovery.DeleteRetaining _, Recovery.ForceDelete _ -> true;
            case Recovery.RollBack _ -> removes;
            case Recovery.DeleteEmpty _, Recovery.CancelUpdate _, Recovery.ContinueRollback _ -> false;
        };
        if (!deletes || suffix.equals(allowDataLoss)) {
            Approval.of(terminal, yes, "Go on: " + SituationText.words(stack, recovery.action()) + "?");
            return;
        }
        if (removes) {
            terminal.err().printf("Everything in %s is deleted, also what is otherwise kept.%n", stack.stackName());
        } else if (stack.part() == null) {
            DestroyText.print(terminal.err(), deployments.previewDestroy(environment));
        }
        if (yes || !terminal.interactive()) {
            throw CommandFailure.failed("What %s still holds would be lost. Add --allow-data-loss %s to allow it."
                    .formatted(stack.stackName(), suffix));
        }
        if (!terminal.answers("Type the suffix " + suffix + " to delete what is left of it:", suffix)) {
            throw CommandFailure.failed("Nothing was done.");
        }
    }
}
