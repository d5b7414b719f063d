package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.environment.EnvironmentKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a running change back. */
@Command(name = "cancel", description = "Turn a running change back; a creation or deletion cannot be cancelled.")
final class CancelCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    EnvironmentOptions named = new EnvironmentOptions();

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    CancelCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(named.target);
        EnvironmentKey environment = named.key(workbench);
        StackSituation stack = workbench.deployments().situation(environment).stacks().stream()
                .filter(candidate -> candidate.state().busy())
                .findFirst()
                .orElseThrow(() -> CommandFailure.failed("Nothing runs on %s.".formatted(named.suffix)));
        if (stack.actions().contains(StackAction.CANCEL_UPDATE)) {
            Approval.of(terminal, yes, "Turn the change of %s back?".formatted(stack.stackName()));
        }
        EventPrinter printer = new EventPrinter(terminal, false);
        return printer.follow(
                named.suffix,
                () -> workbench.deployments().recover(environment, new Recovery.CancelUpdate(stack.part()), printer));
    }
}
