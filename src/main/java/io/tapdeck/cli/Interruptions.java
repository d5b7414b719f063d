package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.EnvironmentBusyException;
import io.tapdeck.deploy.Interrupted;
import org.jspecify.annotations.Nullable;

/** Operations in the middle of which a Tapdeck of this computer died. */
final class Interruptions {
    private final Workbench workbench;
    private final Terminal terminal;

    Interruptions(Workbench workbench, Terminal terminal) {
        this.workbench = workbench;
        this.terminal = terminal;
    }

    /**
     * Finds out what became of those of an environment, before anything else is done to it.
     *
     * @param blueprint the environment's; null for every one of that suffix
     */
    void resume(String suffix, @Nullable String blueprint) {
        for (Interrupted interrupted : workbench.deployments().interrupted()) {
            if (interrupted.environment().suffix().value().equals(suffix)
                    && (blueprint == null
                            || interrupted.environment().blueprint().equals(blueprint))) {
                resume(interrupted);
            }
        }
    }

    private void resume(Interrupted interrupted) {
        terminal.err().println("Interrupted: %s. Finding out what became of it.".formatted(words(interrupted)));
        // On standard error as a whole: the outcome is not that of the command.
        Terminal aside = new Terminal(terminal.err(), terminal.err(), terminal.in(), false);
        EventPrinter printer = new EventPrinter(aside, false);
        try {
            printer.outcome(workbench.deployments().resume(interrupted, printer));
        } catch (EnvironmentBusyException e) {
            terminal.err().println(e.getMessage() + " It finds out.");
        }
    }

    /** Says which there are. */
    void list(TargetOptions target) {
        for (Interrupted interrupted : workbench.deployments().interrupted()) {
            terminal.err()
                    .println("Interrupted: %s.%n  tapdeck watch --blueprint %s --suffix %s %s"
                            .formatted(
                                    words(interrupted),
                                    interrupted.environment().blueprint(),
                                    interrupted.environment().suffix(),
                                    target.in(interrupted.environment().region())));
        }
    }

    private static String words(Interrupted interrupted) {
        return "%s of %s, %s, since %s"
                .formatted(
                        interrupted.operation(),
                        interrupted.environment().stackName(),
                        interrupted.environment().region(),
                        interrupted.since());
    }
}
