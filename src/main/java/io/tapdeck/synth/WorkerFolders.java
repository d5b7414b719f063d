package io.tapdeck.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folders of workers, one each: jsii and a killed Node leave files behind. A folder's name carries the id
 * of the process that made it, so that what a crashed Tapdeck left is found and removed by the next.
 */
record WorkerFolders(Path root) {
    private static final String PREFIX = "tapdeck-synth-";

    /** A new folder, readable by its owner only. */
    Path create() throws IOException {
        return Files.createTempDirectory(root, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Removes the folders of processes that no longer live. */
    void removeOrphans() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path folder : folders) {
                String[] parts = folder.getFileName().toString().split("-", -1);
                if (parts.length == 4
                        && parts[2].matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(parts[2])).isEmpty()) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            // Left for the next start: tidying up is no reason not to synthesize.
            return;
        }
    }

    /** Removes a folder and what can be removed in it. */
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                // What a dying Node still holds goes with the orphans of the next start.
                boolean _ = path.toFile().delete();
            });
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }
}
