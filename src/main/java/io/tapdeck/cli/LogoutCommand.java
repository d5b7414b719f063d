package io.tapdeck.cli;

import io.tapdeck.aws.identitycenter.SignedOut;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signs out of IAM Identity Center. */
@Command(name = "logout", description = "Sign out of one session; the AWS CLI's other sessions stay.")
final class LogoutCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    SsoSessionOptions session = new SsoSessionOptions();

    LogoutCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SsoSessionOptions.Meant meant = session.of(engines);
        SignedOut done = meant.identityCenter().signOut(meant.session());
        if (done.notTold() != null) {
            terminal.err()
                    .println(done.notTold()
                            + " The token is deleted here; IAM Identity Center takes it until it expires.");
        }
        terminal.out()
                .println((done.wasSignedIn() ? "Signed out of %s. " + SignedOut.LEFT : "Nobody was signed in to %s.")
                        .formatted(meant.session().title()));
        return ExitCode.DONE;
    }
}
