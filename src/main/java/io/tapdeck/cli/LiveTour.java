package io.tapdeck.cli;

import io.tapdeck.desk.DeskApplication;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.tour.JourneyTour;
import io.tapdeck.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays the tour on a sandbox of its own, which is gone afterwards: the user's environments are not touched. */
final class LiveTour implements Tour {
    /** Faster than the desk's sandbox: nobody watches, and the alarm of the workload comes within a minute. */
    private static final double SPEED = 60;

    @Override
    public void play(Path out, Consumer<String> said) {
        Path folder = temporary();
        TourAccess access = new TourAccess(folder);
        try (LiveEngines engines = new LiveEngines(
                folder, SandboxOptions.usual().withSpeed(SPEED).withPort(0), access::connections, page -> {
                    throw new IOException("The tour opens no browser.");
                })) {
            access.write(engines.sandboxEndpoint());
            DeskApplication.startHeadless();
            TargetOptions target = new TargetOptions();
            target.sandbox = true;
            new JourneyTour(
                            new OpenSessions(
                                    LiveDesk.services(engines, target), new LiveOpener(engines, access.config())),
                            out,
                            Pause::really,
                            said)
                    .play();
        } catch (IllegalStateException | IOException | UncheckedIOException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tapdeck-tour");
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "No temporary folder can be made: %s. Free some disk space.".formatted(e.getMessage()));
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.getLogger(LiveTour.class.getName()).log(System.Logger.Level.DEBUG, "left behind", e);
        }
    }
}
