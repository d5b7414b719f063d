package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a deployment would change. */
@Command(name = "plan", description = "Show the change set in words; nothing is executed.")
final class PlanCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    DefinitionOptions definition = new DefinitionOptions();

    @Mixin
    TargetOptions target = new TargetOptions();

    PlanCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EnvironmentDefinition wanted = definition.read(engines.blueprints());
        Workbench workbench = engines.open(target);
        var plan = workbench.deployments().plan(Synthesis.of(engines.synthesizer(), wanted));
        Review review = workbench.deployments().review(plan);
        try {
            ReviewText.print(terminal.out(), review);
        } finally {
            workbench.deployments().discard(review);
        }
        return ExitCode.DONE;
    }
}
