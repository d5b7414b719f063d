package io.tapdeck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox for other programs. */
@Command(name = "sandbox", description = "Run the sandbox until ended; the first line tells its endpoint.")
final class SandboxCommand implements Callable<Integer> {
    private final SandboxStart sandbox;
    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on; 4610 or a free one if absent.")
    int port;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Sandbox seconds in a real second (default: ${DEFAULT-VALUE}).")
    double speed = 20;

    @Option(
            names = "--fault",
            paramLabel = "SPEC",
            description = "A fault to play, such as CloudFormation.DescribeStackEvents#3=throttle; may be repeated.")
    List<String> faults = List.of();

    SandboxCommand(SandboxStart sandbox, Terminal terminal) {
        this.sandbox = sandbox;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw CommandFailure.wrongUse("A port is a number from 1 to 65535.");
        }
        if (!(speed > 0 && speed <= 1000)) {
            throw CommandFailure.wrongUse("The speed is above 0 and at most 1000.");
        }
        SandboxStart.Running running = sandbox.start(port, speed, faults);
        terminal.out().println("endpoint " + running.endpoint());
        running.notices().forEach(terminal.err()::println);
        running.await();
        return ExitCode.DONE;
    }
}
