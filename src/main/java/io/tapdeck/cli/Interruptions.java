package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.EnvironmentBusyException;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Silence;
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
            printer.outcome(workbench.deployments().resume(interrupted, event -> {
                notForEver(event);
                printer.on(event);
            }));
        } catch (EnvironmentBusyException e) {
            terminal.err().println(e.getMessage() + " It finds out.");
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException e) {
            // What the command itself does is guarded by the stack's own state, so that it may go on without knowing.
            terminal.err().println(notFoundOut(interrupted, e));
        }
    }

    /** An operation waits until it may read again; somebody who wants something else does not. */
    private static void notForEver(DeploymentEvent event) {
        if (event instanceof DeploymentEvent.NotHeard lost
                && (lost.why() == Silence.DENIED || lost.why() == Silence.REFUSED)) {
            throw new DeployException(lost.reason(), "Use a session that may read the stack's events.");
        }
    }

    private String notFoundOut(Interrupted interrupted, DeployException why) {
        return workbench.deployments().interrupted().contains(interrupted)
                ? "What became of it is not known yet: %s %s The next command asks again; this one goes on."
                        .formatted(why.getMessage(), why.remedy())
                : "Another Tapdeck has found out; tapdeck journal --suffix %s tells it."
                        .formatted(interrupted.environment().suffix());
    }

    /** Says which there are. */
    void list(TargetOptions target) {
        for (Interrupted interrupted : workbench.deployments().interrupted()) {
            terminal.err()
                    .println("Interrupted: %s.%n  tapdeck watch %s"
                            .formatted(
                                    words(interrupted), EnvironmentOptions.typed(interrupted.environment(), target)));
        }
    }

    private static String words(Interrupted interrupted) {
        return "%s of %s, %s, since %s"
                .formatted(
                        interrupted.operation(),
                        interrupted.environment().stackName(),
                        interrupted.environment().region(),
                        Times.local(interrupted.since()));
    }
}
