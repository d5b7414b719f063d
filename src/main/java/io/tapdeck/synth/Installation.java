package io.tapdeck.synth;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an installed Tapdeck brings along for synthesis, in one folder that belongs to the installation and is not
 * written to; {@code jlink/} makes it. A Tapdeck that was only built has none, and uses what the machine has.
 *
 * @param folder its folder, or null if this Tapdeck is not installed
 */
public record Installation(@Nullable Path folder) {

    /** The installation that this process was started from: its launcher names the folder. */
    public static Installation ofProcess() {
        String folder = System.getProperty("tapdeck.installation");
        return new Installation(folder == null ? null : Path.of(folder).toAbsolutePath());
    }

    /** The Node.js that the installation was tested with. */
    Optional<Path> node() {
        return part(File.separatorChar == '\\' ? "node/node.exe" : "node/node");
    }

    /** CDK, loaded; it needs {@link #node}, and the unpacked packages beside it. */
    Optional<KernelSnapshot> kernel() {
        return node().flatMap(node -> part("kernel.blob").map(blob -> new KernelSnapshot(node, blob)));
    }

    /** The worker's classes, loaded and linked ahead of time (JEP 483). */
    Optional<Path> workerCache() {
        return part("worker.aot");
    }

    private Optional<Path> part(String name) {
        return Optional.ofNullable(folder).map(found -> found.resolve(name)).filter(Files::exists);
    }
}
