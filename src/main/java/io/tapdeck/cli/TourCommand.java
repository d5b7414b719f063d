package io.tapdeck.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the whole journey on the sandbox, without a display. */
@Command(name = "tour", description = "Play the whole journey on the sandbox without a display; one picture a step.")
final class TourCommand implements Callable<Integer> {
    private final Tour tour;
    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pictures go.")
    Path out = Path.of(".");

    TourCommand(Tour tour, Terminal terminal) {
        this.tour = tour;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        tour.play(out, terminal.out()::println);
        return ExitCode.DONE;
    }
}
