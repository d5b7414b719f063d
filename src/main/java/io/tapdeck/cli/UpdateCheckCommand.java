package io.tapdeck.cli;

import io.tapdeck.release.UpdateException;
import io.tapdeck.release.UpdateSource;
import io.tapdeck.release.Updates;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks once whether a newer Tapdeck is there. */
@Command(
        name = "update-check",
        description = "Ask whether a newer Tapdeck is there: one request, the same from every computer. Nothing is"
                + " downloaded.")
final class UpdateCheckCommand implements Callable<Integer> {
    private final Engines engines;
    private final Terminal terminal;

    /** Another source than the one in the desk's settings. */
    static final class Source {
        @Option(names = "--address", paramLabel = "URL", required = true, description = "Of a signed release manifest.")
        String address = "";

        @Option(
                names = "--key",
                paramLabel = "BASE64",
                required = true,
                description = "The Ed25519 public key it is signed with (default: both as in the desk's settings).")
        String key = "";
    }

    @ArgGroup(exclusive = false)
    Source source = new Source();

    UpdateCheckCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Updates updates = engines.updates();
        terminal.out().println(updates.look(source(updates)).words());
        return ExitCode.DONE;
    }

    private UpdateSource source(Updates updates) {
        try {
            return source.address.isEmpty()
                    ? UpdateSource.of(
                            updates.choice().address(), updates.choice().key())
                    : UpdateSource.of(source.address, source.key);
        } catch (UpdateException e) {
            throw CommandFailure.wrongUse(e.getMessage() + " tapdeck update-check --address URL --key BASE64");
        }
    }
}
