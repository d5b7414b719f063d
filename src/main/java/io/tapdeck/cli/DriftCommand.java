package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.EnvironmentKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares an environment with what its templates say. */
@Command(
        name = "drift",
        description = "Compare what runs with what the templates say; with --revert, bring it back after a review.")
final class DriftCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    EnvironmentOptions named = new EnvironmentOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Option(names = "--revert", description = "Bring what differs back to what the templates say.")
    boolean revert;

    @Option(names = "--yes", description = "With --revert: do not ask. Never approves the loss of data.")
    boolean yes;

    @Option(
            names = "--allow-data-loss",
            paramLabel = "SUFFIX",
            description = "With --revert: approve the loss of this environment's data.")
    @Nullable
    String allowDataLoss;

    DriftCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(named.target);
        new Interruptions(workbench, terminal).resume(named.suffix, named.blueprint);
        Deployments deployments = workbench.deployments();
        EnvironmentKey environment = named.key(workbench);
        terminal.err().println("Comparing; this takes minutes and changes nothing.");
        Drift drift = deployments.drift(environment);
        if (json) {
            DriftText.json(drift).forEach(terminal.out()::println);
        } else {
            DriftText.lines(drift).forEach(terminal.out()::println);
        }
        if (!revert || drift.resources().isEmpty()) {
            return ExitCode.DONE;
        }
        Review review = deployments.revert(drift);
        ReviewText.print(terminal.err(), review);
        if (review.nothingChanges()) {
            deployments.discard(review);
            return ExitCode.DONE;
        }
        try {
            ReviewApproval.of(terminal, review, yes, allowDataLoss, "Revert?");
        } catch (CommandFailure refused) {
            deployments.discard(review);
            throw refused;
        }
        EventPrinter printer = new EventPrinter(terminal, json);
        return printer.follow(named.suffix, () -> deployments.execute(review, printer));
    }
}
