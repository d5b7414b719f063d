package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DescribedEnvironment;
import io.tapdeck.deploy.EnvironmentComparison;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the definitions and stacks of two environments. */
@Command(
        name = "compare",
        description = "Two environments side by side: where their definitions and stacks differ. Changes nothing.")
final class CompareCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "The suffix of one environment.")
    String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "The suffix of the other.")
    String right = "";

    @Option(
            names = "--blueprint",
            paramLabel = "ID",
            description = "Of both; needed where two environments share a suffix.")
    @Nullable
    String blueprint;

    @Option(names = "--all", description = "Also what is equal.")
    boolean all;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Mixin
    TargetOptions target = new TargetOptions();

    CompareCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (left.equals(right)) {
            throw CommandFailure.wrongUse("“%s” is named twice. Name two environments.".formatted(left));
        }
        Workbench workbench = engines.open(target);
        EnvironmentComparison comparison =
                EnvironmentComparison.of(engines.blueprints(), read(workbench, left), read(workbench, right));
        List<String> lines =
                json ? CompareText.json(left, right, comparison, all) : CompareText.lines(left, right, comparison, all);
        lines.forEach(terminal.out()::println);
        return ExitCode.DONE;
    }

    /** @throws CommandFailure if there is none, or its definition cannot be read */
    private DescribedEnvironment read(Workbench workbench, String suffix) {
        EnvironmentKey key =
                Environments.find(workbench.deployments(), suffix, blueprint).key();
        DescribedEnvironment described = DescribedEnvironment.read(workbench.deployments(), key)
                .orElseThrow(() -> CommandFailure.failed("%s is not there any more.".formatted(suffix)));
        if (described.definition() == null) {
            throw CommandFailure.failed(described.problem());
        }
        return described;
    }
}
