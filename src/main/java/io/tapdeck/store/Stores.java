package io.tapdeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Opens the local database, whatever state its folder is in. */
public final class Stores {
    /** The database's file name. */
    static final String FILE = "tapdeck.db";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private Stores() {}

    /**
     * A store that works, and what had to be done for it.
     *
     * @param notices one sentence or two each, for people
     */
    public record Opened(Store store, List<String> notices) {
        public Opened {
            notices = List.copyOf(notices);
        }
    }

    /**
     * Opens the database in {@code folder}, making both if they are absent. A damaged file, or one of a newer Tapdeck, is
     * set aside under another name, never deleted. Where nothing can be written the store lives in memory, and its
     * journal refuses every line.
     *
     * @param clock dates drafts, and names the files that are set aside
     */
    public static Opened open(Path folder, InstantSource clock) {
        List<String> notices = new ArrayList<>();
        try {
            makeFolder(folder);
            Path file = folder.resolve(FILE);
            try {
                return new Opened(SqliteStore.open(file, clock), notices);
            } catch (NewerFormat e) {
                Path aside = setAside(file, "newer", clock);
                notices.add(
                        "The local database was made by a newer Tapdeck. It is kept as %s, with the journal in it; this one starts with an empty one. An operation that was interrupted is not resumed: watch its environment."
                                .formatted(aside));
            } catch (SQLException e) {
                if (!Damage.isDamage(e)) {
                    throw e;
                }
                Path aside = setAside(file, "damaged", clock);
                notices.add(
                        "The local database was damaged. It is kept as %s; drafts, history and the journal start anew. An operation that was interrupted is not resumed: watch its environment."
                                .formatted(aside));
            }
            return new Opened(SqliteStore.open(file, clock), notices);
        } catch (IOException | SQLException | NewerFormat e) {
            notices.add(
                    "%s cannot be written, so drafts and history last only until Tapdeck ends, and without a journal nothing is deployed. Make it writable."
                            .formatted(folder));
            return new Opened(SqliteStore.inMemory(clock), notices);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    private static Path setAside(Path file, String why, InstantSource clock) throws IOException {
        String stamp = clock.instant().toString().replaceAll("[^0-9]", "").substring(0, 14);
        Path aside = file.resolveSibling(FILE + "." + why + "-" + stamp);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        // The write-ahead log belongs to the file that went: beside a new one it would be replayed into it.
        for (String tail : List.of("-wal", "-shm")) {
            Path log = file.resolveSibling(FILE + tail);
            if (Files.exists(log)) {
                Files.move(log, aside.resolveSibling(aside.getFileName() + tail), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return aside;
    }

    /** The file has a newer format than this Tapdeck knows. */
    static final class NewerFormat extends Exception {
        private static final long serialVersionUID = 1;
    }
}
