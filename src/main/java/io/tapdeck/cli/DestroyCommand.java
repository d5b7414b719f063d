package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes an environment. */
@Command(name = "destroy", description = "Delete an environment, after showing what is deleted and what is kept.")
final class DestroyCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    EnvironmentOptions named = new EnvironmentOptions();

    @Option(names = "--yes", description = "Do not ask for the suffix.")
    boolean yes;

    DestroyCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(named.target);
        new Interruptions(workbench, terminal).resume(named.suffix, named.blueprint);
        EnvironmentKey environment = named.key(workbench);
        DestroyPreview preview = workbench.deployments().previewDestroy(environment);
        TargetSettings settings = engines.targetSettings()
                .current(workbench.connection().session().account());
        DestroyText.lines(preview).forEach(terminal.err()::println);
        if (!preview.refused().isEmpty()) {
            throw CommandFailure.failed(String.join(" ", preview.refused()));
        }
        if (!yes) {
            if (!terminal.interactive()) {
                throw CommandFailure.wrongUse("Nobody is there to ask. Add --yes to delete without asking.");
            }
            if (!terminal.answers("Type the suffix " + named.suffix + " to delete it:", named.suffix)) {
                throw CommandFailure.failed("Nothing was deleted.");
            }
        }
        EventPrinter printer = new EventPrinter(terminal, false);
        return printer.follow(named.suffix, () -> workbench.deployments().destroy(environment, settings, printer));
    }
}
