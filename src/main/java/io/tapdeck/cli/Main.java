package io.tapdeck.cli;

import io.tapdeck.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Wires the command line to the real machine. */
public final class Main {
    private Main() {}

    /** Runs the command in {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        quiet();
        proxiesMayAskForAPassword();
        Terminal terminal = Terminal.ofProcess();
        int code = ExitCode.FAILED;
        try {
            code = run(terminal, args);
        } catch (RuntimeException | Error failure) {
            // Nobody else would hear of it: JavaFX's threads live on, and with them the process.
            terminal.err().println(CommandFailure.unexpected(failure));
        } finally {
            System.exit(code);
        }
    }

    private static int run(Terminal terminal, String... args) {
        Path dataFolder = DataFolder.ofUser();
        Map<String, String> environment = System.getenv();
        String operatingSystem = System.getProperty("os.name", "");
        try (LiveEngines engines = new LiveEngines(dataFolder, SandboxOptions.usual())) {
            LiveTour tour = new LiveTour();
            return new Cli(
                            engines,
                            terminal,
                            Pause::really,
                            new LiveSandbox(dataFolder),
                            new LiveDesk(
                                    engines,
                                    new LiveOpener(engines, LiveOpener.usualConfigFile()),
                                    terminal,
                                    tour,
                                    Display.present(environment, operatingSystem)),
                            tour,
                            new MachineDiagnosis(dataFolder, environment, operatingSystem))
                    .run(args);
        }
    }

    /**
     * The JDK refuses Basic for the tunnel to an HTTPS address unless this says otherwise, and reads it once, before the first
     * call (its {@code net.properties}). Only who writes a password into HTTPS_PROXY has one that can be told.
     */
    private static void proxiesMayAskForAPassword() {
        System.getProperties().putIfAbsent("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** Libraries speak through java.util.logging; people hear only what a command says itself. */
    private static void quiet() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }
}
