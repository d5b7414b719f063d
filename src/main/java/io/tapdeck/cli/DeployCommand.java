package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Review;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates or updates an environment. */
@Command(name = "deploy", description = "Create or update an environment; ends with 0 only if it is up.")
final class DeployCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    Proposal proposal = new Proposal();

    @Option(names = "--yes", description = "Do not ask. Never approves the loss of data.")
    boolean yes;

    @Option(
            names = "--allow-data-loss",
            paramLabel = "SUFFIX",
            description = "Approve the loss of this environment's data, or of its protection.")
    @Nullable
    String allowDataLoss;

    @Option(names = "--json", description = "Events and outcome as JSON lines.")
    boolean json;

    DeployCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Proposal.Proposed proposed = proposal.propose(engines, terminal);
        Workbench workbench = proposed.workbench();
        Review review = proposed.review();
        EventPrinter printer = new EventPrinter(terminal, json);
        if (review.nothingChanges()) {
            workbench.deployments().discard(review);
            printer.outcome(new Outcome.UpToDate(review.stackName()));
            return ExitCode.DONE;
        }
        ReviewText.print(terminal.err(), review);
        CostText.print(terminal.err(), proposed.cost());
        try {
            ReviewApproval.of(terminal, review, yes, allowDataLoss, "Deploy?");
        } catch (CommandFailure refused) {
            workbench.deployments().discard(review);
            throw refused;
        }
        return printer.follow(
                review.environment().suffix().value(),
                () -> workbench.deployments().execute(review, printer));
    }
}
