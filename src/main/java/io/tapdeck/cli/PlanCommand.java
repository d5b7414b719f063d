package io.tapdeck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a deployment would change. */
@Command(name = "plan", description = "Show the change set in words; nothing is executed.")
final class PlanCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    Proposal proposal = new Proposal();

    PlanCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Proposal.Proposed proposed = proposal.propose(engines, terminal);
        try {
            ReviewText.print(terminal.out(), proposed.review());
            CostText.print(terminal.out(), proposed.cost());
        } finally {
            proposed.workbench().deployments().discard(proposed.review());
        }
        return ExitCode.DONE;
    }
}
