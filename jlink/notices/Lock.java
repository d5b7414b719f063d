import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The jars that somebody has looked at: {@code dependencies.lock}, a line each of SHA-256, licence (SPDX) and Maven
 * coordinates, separated by tabs. Jars of other platforms are in it too.
 */
final class Lock {
    private final Path file;
    private final Map<String, Component> byJar = new TreeMap<>();

    Lock(Path file) throws IOException {
        this.file = file;
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                read(line);
            }
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", -1);
        String[] maven = parts.length == 3 ? parts[2].split(":", -1) : new String[0];
        if (maven.length < 3 || maven.length > 4 || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "A line of " + file + " is not SHA-256, licence and coordinates between tabs: " + line);
        }
        String classifier = maven.length == 4 ? maven[3] : "";
        byJar.put(
                maven[1] + "-" + maven[2] + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar",
                new Component("library", maven[0], maven[1], maven[2], classifier, parts[1], parts[0], List.of()));
    }

    /**
     * The jars of a folder as components.
     *
     * @param problems gets a sentence for each jar that is not in the lock or differs from it, and for each line whose jar
     *     is gone
     */
    List<Component> check(Path folder, List<String> problems) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        List<Component> known = new ArrayList<>();
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            Component locked = byJar.remove(name);
            String sha256 = sha256(jar);
            if (locked == null) {
                problems.add(name + " is not in the lock. If an older build left it, mvn clean. Else look at it and its"
                        + " licence, and add: " + sha256 + "<tab>LICENCE<tab>GROUP:ARTIFACT:VERSION");
            } else if (!locked.sha256().equals(sha256)) {
                problems.add(name + " is not the one that was looked at: its SHA-256 is " + sha256 + ", the lock has "
                        + locked.sha256() + ".");
            } else {
                known.add(locked.in(jar));
            }
        }
        byJar.forEach((name, left) -> {
            if (left.classifier().isEmpty()) {
                problems.add(name + " is in the lock, but not in the app. Take its line out.");
            }
        });
        return known;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
