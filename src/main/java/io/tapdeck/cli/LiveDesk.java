package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.desk.DeskApplication;
import io.tapdeck.desk.common.DeskServices;
import java.nio.file.Path;

/** Opens the desk, or plays the tour where there is no display. */
final class LiveDesk implements TapdeckCommand.DeskStart {
    private final Engines engines;
    private final Terminal terminal;
    private final Tour tour;
    private final boolean display;

    LiveDesk(Engines engines, Terminal terminal, Tour tour, boolean display) {
        this.engines = engines;
        this.terminal = terminal;
        this.tour = tour;
        this.display = display;
    }

    @Override
    public int open(TargetOptions target, Path pictures) {
        if (!display) {
            terminal.out()
                    .println("There is no display here: this plays the tour instead, its pictures go to " + pictures
                            + ".");
            tour.play(pictures, terminal.out()::println);
            return ExitCode.DONE;
        }
        if (target.absent()) {
            target.sandbox = true;
        }
        try {
            DeskApplication.open(services(engines, target));
            return ExitCode.DONE;
        } catch (UnsupportedOperationException e) {
            throw CommandFailure.failed("The display cannot be opened: " + e.getMessage()
                    + ". Without one, tapdeck tour --out DIR shows the same journey in pictures.");
        }
    }

    /** What the desk needs, connected to a target. */
    static DeskServices services(Engines engines, TargetOptions target) {
        // The worker warms up while the connection is made.
        var synthesizer = engines.synthesizer();
        Workbench workbench = engines.open(target);
        return new DeskServices(
                engines.blueprints(),
                synthesizer,
                workbench.connection().session(),
                workbench.connection().clock(),
                workbench.deployments(),
                workbench.monitor(),
                engines.store(),
                engines.targetSettings(),
                workbench.connectionText(),
                engines.notices());
    }
}
