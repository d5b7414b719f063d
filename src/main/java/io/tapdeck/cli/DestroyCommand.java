package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes an environment. */
@Command(name = "destroy", description = "Delete an environment, after showing what is deleted and what is kept.")
final class DestroyCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--suffix", required = true, paramLabel = "S", description = "The environment's name.")
    String suffix = "";

    @Option(
            names = "--blueprint",
            paramLabel = "ID",
            description = "Needed only where two environments share a suffix.")
    @Nullable
    String blueprint;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--yes", description = "Do not ask for the suffix.")
    boolean yes;

    DestroyCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(target);
        new Interruptions(workbench, terminal).resume(suffix, blueprint);
        // Named in full, it need not be listed: a part may be left of it.
        EnvironmentKey environment = Environments.key(workbench, suffix, blueprint);
        DestroyPreview preview = workbench.deployments().previewDestroy(environment);
        TargetSettings settings = engines.targetSettings()
                .current(workbench.connection().session().account());
        DestroyText.print(terminal.err(), preview);
        if (!preview.refused().isEmpty()) {
            throw CommandFailure.failed(String.join(" ", preview.refused()));
        }
        if (!yes) {
            if (!terminal.interactive()) {
                throw CommandFailure.wrongUse("Nobody is there to ask. Add --yes to delete without asking.");
            }
            if (!terminal.answers("Type the suffix " + suffix + " to delete it:", suffix)) {
                throw CommandFailure.failed("Nothing was deleted.");
            }
        }
        EventPrinter printer = new EventPrinter(terminal, false);
        return printer.follow(suffix, () -> workbench.deployments().destroy(environment, settings, printer));
    }
}
