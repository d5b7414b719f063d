package io.tapdeck.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Without a command: opens the desk. */
@Command(
        name = "tapdeck",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Environments on AWS: described, deployed, watched. Without a command it opens the desk.",
        footer = {"", "Exit codes: 0 done, 1 failed with a reason, 2 wrong use, 3 needs sign-in, 130 interrupted."})
final class TapdeckCommand implements Callable<Integer> {
    private final DeskStart desk;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where the tour's pictures go if there is no display (default: tapdeck-tour).")
    Path pictures = Path.of("tapdeck-tour");

    TapdeckCommand(DeskStart desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.open(target, pictures);
    }

    /** What opens the desk: a seam, since a desk needs a screen. */
    @FunctionalInterface
    interface DeskStart {
        /** Opens the desk and returns when it is closed; plays the tour where there is no display. */
        int open(TargetOptions target, Path pictures);
    }
}
