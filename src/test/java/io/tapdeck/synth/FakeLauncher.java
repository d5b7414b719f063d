package io.tapdeck.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts {@link FakeWorker}s, and remembers them. */
final class FakeLauncher implements WorkerLauncher {
    final List<ProcessHandle> launched = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final String behaviour;

    FakeLauncher(Path folder, String behaviour) {
        this.folder = folder;
        this.behaviour = behaviour;
    }

    @Override
    public WorkerProcess launch() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FakeWorker.class.getName(),
                    behaviour);
            WorkerProcess process = new WorkerProcess(builder, Files.createTempDirectory(folder, "worker"));
            launched.add(process.handle());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
