package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState.Meaning;
import io.tapdeck.environment.EnvironmentKey;
import java.io.PrintStream;
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

    @Mixin
    EnvironmentOptions named = new EnvironmentOptions();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Which of the environment's stacks; without it the one that is stuck.")
    @Nullable
    String stackName;

    @Mixin
    RecoveryOptions options = new RecoveryOptions();

    @Option(names = "--json", description = "Stacks, events and outcome as JSON lines; nothing is asked.")
    boolean json;

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
        Workbench workbench = engines.open(named.target);
        new Interruptions(workbench, terminal).resume(named.suffix, named.blueprint);
        Deployments deployments = workbench.deployments();
        EnvironmentKey environment = named.key(workbench);
        Situation situation = deployments.situation(environment);
        StackSituation stack = stack(situation);
        RecoveryLosses losses = new RecoveryLosses(deployments, situation);
        Recovery recovery = options.recovery(stack);
        show(situation, stack, losses, recovery == null ? terminal.out() : terminal.err());
        if (recovery == null) {
            if (!stuck(stack)) {
                return ExitCode.DONE;
            }
            recovery = chosen(stack);
        }
        Recovery approved = narrowed(situation, stack, recovery);
        approve(losses, stack, approved);
        EventPrinter printer = new EventPrinter(terminal, json);
        return printer.follow(named.suffix, () -> deployments.recover(environment, approved, printer));
    }

    /** For programs every stack of the environment, for people the one that it is about. */
    private void show(Situation situation, StackSituation stack, RecoveryLosses losses, PrintStream to) {
        if (json) {
            SituationJson describing = new SituationJson(situation.environment(), named.target, losses);
            situation.stacks().forEach(each -> terminal.out().println(describing.describe(each, each.equals(stack))));
        } else {
            SituationText.print(to, stack);
        }
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
                .orElseThrow(() -> CommandFailure.wrongUse("%s has no stack %s.".formatted(named.suffix, stackName)));
    }

    /** Asks which of the numbered choices; nobody to ask is told how to choose. */
    private Recovery chosen(StackSituation stack) {
        List<StackAction> choices = SituationText.choices(stack);
        if (choices.isEmpty()) {
            throw CommandFailure.failed("Nothing was done. What it needs is done in the AWS console.");
        }
        if (json || !terminal.interactive()) {
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

    private void approve(RecoveryLosses losses, StackSituation stack, Recovery recovery) {
        boolean loses = recovery instanceof Recovery.Delete || losses.possible(stack, recovery.action());
        if (!loses || named.suffix.equals(allowDataLoss)) {
            Approval.of(terminal, yes, "Go on: " + SituationText.words(stack, recovery.action()) + "?");
            return;
        }
        losses.of(stack, recovery.action()).forEach(terminal.err()::println);
        if (yes || json || !terminal.interactive()) {
            throw CommandFailure.failed("What %s still holds would be lost. Add --allow-data-loss %s%s to allow it."
                    .formatted(stack.stackName(), named.suffix, yes ? "" : " and --yes"));
        }
        if (!terminal.answers("Type the suffix " + named.suffix + " to delete what is left of it:", named.suffix)) {
            throw CommandFailure.failed("Nothing was done.");
        }
    }
}
