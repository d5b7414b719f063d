package io.tapdeck.desk.message;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds out what this machine can show. JavaFX has no messages of its own. Blocks: it reads folders. */
public final class SystemMessages {
    private SystemMessages() {}

    /**
     * What a system can show.
     *
     * @param system the property {@code os.name}
     * @param path the variable {@code PATH}
     */
    public static DesktopMessages find(String system, String path) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return TrayMessages.open();
        }
        if (name.startsWith("mac")) {
            return program("osascript", path)
                    .map(CommandMessages::appleScript)
                    .orElseGet(() -> DesktopMessages.none("osascript is not on the PATH."));
        }
        return program("notify-send", path)
                .map(CommandMessages::notifySend)
                .orElseGet(() -> DesktopMessages.none("notify-send is not on the PATH."));
    }

    private static Optional<Path> program(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(folder -> file(folder, name).stream())
                // A relative folder would mean another program in each folder that Tapdeck is started in.
                .filter(file -> file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
