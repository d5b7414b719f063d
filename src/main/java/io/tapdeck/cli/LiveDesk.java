package io.tapdeck.cli;

import io.tapdeck.aws.Session;
import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.desk.DeskApplication;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.release.Product;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the desk, or plays the tour where there is no display. */
final class LiveDesk implements TapdeckCommand.DeskStart {
    private final Engines engines;
    private final SessionOpener opener;
    private final Terminal terminal;
    private final Tour tour;
    private final boolean display;

    LiveDesk(Engines engines, SessionOpener opener, Terminal terminal, Tour tour, boolean display) {
        this.engines = engines;
        this.opener = opener;
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
        boolean resumes = target.absent();
        if (resumes) {
            target.sandbox = true;
        }
        try {
            DeskApplication.open(() -> Theme.Choice.of(engines.store().preference(Theme.PREFERENCE)), () -> {
                // The worker warms up while the connection is made.
                engines.synthesizer();
                return new OpenSessions(services(engines, target), opener, resumes);
            });
            return ExitCode.DONE;
        } catch (UnsupportedOperationException e) {
            throw CommandFailure.failed("The display cannot be opened: " + e.getMessage()
                    + ". Without one, tapdeck tour --out DIR shows the same journey in pictures.");
        }
    }

    /** What the desk needs, connected to a target. */
    static DeskServices services(Engines engines, TargetOptions target) {
        Workbench workbench = engines.open(target);
        return services(
                engines, workbench, choice(target, workbench.connection().session()));
    }

    /** What leads to a target again; null where an endpoint of its own does. */
    private static @Nullable SessionChoice choice(TargetOptions target, Session session) {
        if (target.sandbox) {
            return new SessionChoice(new SessionChoice.BuiltIn(session.name()), session.region(), session.readOnly());
        }
        return target.endpoint == null
                ? new SessionChoice(new SessionChoice.Profile(session.name()), session.region(), session.readOnly())
                : null;
    }

    /** What the desk needs, connected already. */
    static DeskServices services(Engines engines, Workbench workbench, @Nullable SessionChoice choice) {
        return new DeskServices(
                engines.blueprints(),
                engines.synthesizer(),
                workbench.connection().session(),
                workbench.connection().clock(),
                workbench.deployments(),
                workbench.monitor(),
                engines.store(),
                engines.targetSettings(),
                new Product(() -> Version.parts(System.getenv()), engines.updates()),
                workbench.connectionText(),
                choice,
                engines.notices());
    }
}
