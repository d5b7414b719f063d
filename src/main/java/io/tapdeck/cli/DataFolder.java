package io.tapdeck.cli;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/** Where Tapdeck keeps its own files: the platform's usual place for an application's data. */
final class DataFolder {
    private DataFolder() {}

    /** The user's folder; it need not exist yet. */
    static Path ofUser() {
        return Path.of(ProjectDirectories.from("io", "tapdeck", "tapdeck").dataLocalDir);
    }
}
