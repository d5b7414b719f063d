package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services as they were left, and the journal in which they go on.
 *
 * @param notices what people should know: a state that could not be read, or cannot be saved
 */
record SavedState(SandboxServices services, SandboxJournal journal, List<String> notices) {
    private static final Logger LOG = System.getLogger(SavedState.class.getName());

    /** Nothing yet, beginning now, and nothing saved. */
    static SavedState none(InstantSource real, String... notices) {
        return new SavedState(new SandboxServices(real.instant(), real), SandboxJournal.none(), List.of(notices));
    }

    /** What a folder keeps; if it cannot, an empty state in memory, with the reason among the notices. */
    static SavedState of(Optional<Path> folder, InstantSource real) {
        if (folder.isEmpty()) {
            return none(real);
        }
        Path file = folder.get().resolve("journal.jsonl");
        try {
            PrivateFiles.createFolder(folder.get());
            FileChannel channel = PrivateFiles.open(file);
            if (!locked(channel)) {
                channel.close();
                return none(
                        real,
                        "Another sandbox keeps its state in " + folder.get()
                                + ". This one starts empty and forgets everything when it ends.");
            }
            return read(file, channel, real);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No state in " + file, e);
            return none(
                    real,
                    "The sandbox cannot write to " + folder.get()
                            + ". It works in memory and forgets everything when it ends.");
        }
    }

    private static SavedState read(Path file, FileChannel channel, InstantSource real) throws IOException {
        List<String> notices = new ArrayList<>();
        try {
            List<JsonNode> entries = SandboxJournal.read(channel);
            Instant start = entries.isEmpty() ? real.instant() : SandboxJournal.at(entries.getFirst());
            SandboxServices services = new SandboxServices(start, real);
            services.replay(entries);
            return new SavedState(services, SandboxJournal.continuing(channel, entries), notices);
        } catch (Throwable e) {
            LOG.log(Level.INFO, "The state in " + file + " cannot be read.", e);
            Path aside = aside(file);
            Files.copy(file, aside);
            notices.add("The sandbox's saved state could not be read. It is kept in " + aside
                    + ", and the sandbox starts empty.");
            channel.truncate(0);
            return new SavedState(
                    new SandboxServices(real.instant(), real), SandboxJournal.continuing(channel, List.of()), notices);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path aside(Path file) {
        Path aside = file.resolveSibling("journal-unreadable.jsonl");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling("journal-unreadable-" + number + ".jsonl");
        }
        return aside;
    }
}
