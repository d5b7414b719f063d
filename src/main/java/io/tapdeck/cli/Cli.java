package io.tapdeck.cli;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.SignInException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.OtherAccountException;
import io.tapdeck.deploy.ReadOnlySessionException;
import io.tapdeck.deploy.RefusedChangeException;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.release.UpdateException;
import io.tapdeck.store.StoreException;
import io.tapdeck.store.TargetFileException;
import io.tapdeck.synth.SynthesisException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The whole command line. */
final class Cli {
    private static final Logger LOG = Logger.getLogger(Cli.class.getName());
    private final Engines engines;
    private final Terminal terminal;
    private final TapdeckCommand desk;
    private final Supplier<CommandLine> commandLine;

    Cli(
            Engines engines,
            Terminal terminal,
            Pause pause,
            SandboxStart sandbox,
            TapdeckCommand.DeskStart desk,
            Tour tour,
            Diagnosis diagnosis) {
        this.engines = engines;
        this.terminal = terminal;
        this.desk = new TapdeckCommand(desk);
        commandLine = () -> commandLine(pause, sandbox, tour, diagnosis);
    }

    private CommandLine commandLine(Pause pause, SandboxStart sandbox, Tour tour, Diagnosis diagnosis) {
        CommandLine commandLine = new CommandLine(desk)
                .addSubcommand(new BlueprintsCommand(engines, terminal))
                .addSubcommand(new SynthCommand(engines, terminal))
                .addSubcommand(new SandboxCommand(sandbox, terminal))
                .addSubcommand(new PlanCommand(engines, terminal))
                .addSubcommand(new DeployCommand(engines, terminal))
                .addSubcommand(new ListCommand(engines, terminal))
                .addSubcommand(new WatchCommand(engines, terminal, pause))
                .addSubcommand(new RecoverCommand(engines, terminal))
                .addSubcommand(new DriftCommand(engines, terminal))
                .addSubcommand(new CompareCommand(engines, terminal))
                .addSubcommand(new CancelCommand(engines, terminal))
                .addSubcommand(new DestroyCommand(engines, terminal))
                .addSubcommand(new JournalCommand(engines, terminal))
                .addSubcommand(new LoginCommand(engines, terminal))
                .addSubcommand(new LogoutCommand(engines, terminal))
                .addSubcommand(new TourCommand(tour, terminal))
                .addSubcommand(new UpdateCheckCommand(engines, terminal))
                .addSubcommand(new DoctorCommand(diagnosis, terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Cli::execute)
                .setExecutionExceptionHandler((failure, _, _) -> explain(failure));
        versioned(commandLine);
        commandLine.getSubcommands().values().forEach(Cli::versioned);
        return commandLine;
    }

    /** Not by annotation: a command that inherits its version asks for it at every start, and Node.js has to be started then. */
    private static void versioned(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
    }

    /** Runs one command and returns its exit code. Nothing to parse needs no parser, whose making delays the window. */
    int run(String... args) {
        int code = args.length == 0 ? desk() : commandLine.get().execute(args);
        engines.notices().forEach(terminal.err()::println);
        return code;
    }

    private int desk() {
        try {
            return desk.call();
        } catch (RuntimeException failure) {
            return explain(failure);
        }
    }

    /** A target before the verb belongs to the desk; a verb must not overlook it and go to another account. */
    private static int execute(CommandLine.ParseResult parsed) {
        TapdeckCommand desk = (TapdeckCommand) parsed.commandSpec().userObject();
        if (parsed.hasSubcommand() && !desk.target.absent()) {
            throw new CommandLine.ParameterException(
                    parsed.commandSpec().commandLine(),
                    "Write the target after the command: tapdeck "
                            + parsed.subcommand().commandSpec().name() + " --sandbox, for example.");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int explain(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> say(known.exitCode(), String.valueOf(known.getMessage()));
            case AwsException aws ->
                say(
                        switch (aws.kind()) {
                            case NEEDS_SIGN_IN -> ExitCode.NEEDS_SIGN_IN;
                            case WRONG_TARGET -> ExitCode.WRONG_USE;
                            case UNREACHABLE, DENIED, OTHER -> ExitCode.FAILED;
                        },
                        aws.getMessage() + " " + aws.remedy());
            case SignInException signIn ->
                say(
                        switch (signIn.why()) {
                            case REFUSED, EXPIRED -> ExitCode.NEEDS_SIGN_IN;
                            case WRONG_SESSION -> ExitCode.WRONG_USE;
                            case CANCELLED -> ExitCode.INTERRUPTED;
                            case UNREACHABLE, FAILED -> ExitCode.FAILED;
                        },
                        signIn.getMessage() + " " + signIn.remedy());
            case RefusedChangeException refused ->
                say(
                        ExitCode.WRONG_USE,
                        refused.problems().stream()
                                .map(problem -> problem.field() + ": " + problem.message())
                                .collect(Collectors.joining(System.lineSeparator())));
            case ReadOnlySessionException only -> say(ExitCode.WRONG_USE, only.getMessage() + " " + only.remedy());
            case OtherAccountException other -> say(ExitCode.WRONG_USE, other.getMessage() + " " + other.remedy());
            case TargetFileException file -> say(ExitCode.WRONG_USE, String.valueOf(file.getMessage()));
            case DeployException deploy -> say(ExitCode.FAILED, deploy.getMessage() + " " + deploy.remedy());
            case SynthesisException synthesis ->
                say(ExitCode.FAILED, synthesis.getMessage() + " " + synthesis.remedy());
            case MonitorException monitor -> say(ExitCode.FAILED, String.valueOf(monitor.getMessage()));
            case UpdateException update -> say(ExitCode.FAILED, String.valueOf(update.getMessage()));
            case StoreException store -> say(ExitCode.FAILED, String.valueOf(store.getMessage()));
            default -> {
                LOG.log(Level.FINE, "unexpected", failure);
                yield say(ExitCode.FAILED, CommandFailure.unexpected(failure));
            }
        };
    }

    private int say(int code, String words) {
        terminal.err().println(words);
        return code;
    }
}
