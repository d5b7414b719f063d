package io.tapdeck.cli;

import io.tapdeck.aws.identitycenter.Browser;
import io.tapdeck.aws.identitycenter.SignInMethod;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs in with IAM Identity Center. */
@Command(
        name = "login",
        description = "Sign in with IAM Identity Center and fill the token cache that the AWS CLI shares.")
final class LoginCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    SsoSessionOptions session = new SsoSessionOptions();

    @Option(names = "--use-device-code", description = "Show a code that any browser takes.")
    boolean deviceCode;

    @Option(names = "--no-browser", description = "Open no browser here; a code is shown for another one.")
    boolean noBrowser;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    LoginCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SsoSessionOptions.Meant meant = session.of(engines);
        meant.identityCenter()
                .signIn(meant.session(), noBrowser ? LoginCommand::none : engines.browser())
                .run(
                        // What waits for the answer of this computer's browser would wait for ever.
                        deviceCode || noBrowser ? SignInMethod.DEVICE_CODE : SignInMethod.BROWSER,
                        new SignInPrinter(terminal, meant.session().title(), json));
        return ExitCode.DONE;
    }

    /** As {@link Browser}. */
    private static void none(URI page) throws IOException {
        throw new IOException("no browser is wanted");
    }
}
