package io.tapdeck.cli;

import io.tapdeck.environment.Blueprint;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what can be made, and what can be chosen about it. */
@Command(name = "blueprints", description = "List blueprints, presets and their settings.")
final class BlueprintsCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    BlueprintsCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (Blueprint blueprint : engines.blueprints().all()) {
            if (json) {
                terminal.out().println(BlueprintJson.describe(blueprint));
            } else {
                BlueprintText.print(terminal.out(), blueprint);
            }
        }
        return ExitCode.DONE;
    }
}
