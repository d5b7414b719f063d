package io.tapdeck.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jars that only the tests need are pinned by their SHA-256 too; those that are shipped are by the build. */
class TestJarsTest {
    private static final Path FOLDER = Path.of("jlink");

    @Test
    void theTestsRunWithTheJarsThatSomebodyHasLookedAt() throws Exception {
        Map<String, String> shipped = locked("dependencies.lock");
        Map<String, String> found = new TreeMap<>();
        for (Path jar : jars()) {
            String name = jar.getFileName().toString();
            if (!shipped.containsKey(name)) {
                found.put(name, sha256(jar));
            }
        }

        assertThat(found).containsExactlyInAnyOrderEntriesOf(locked("tests.lock"));
    }

    /** By the jar's name: the first word of a line is the SHA-256, the last its Maven coordinates. */
    private static Map<String, String> locked(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .collect(Collectors.toMap(parts -> name(parts.getLast()), List::getFirst));
    }

    /** Of {@code group:artifact:version[:classifier]}. */
    private static String name(String coordinates) {
        return coordinates.replaceFirst("[^:]*:", "").replace(':', '-') + ".jar";
    }

    private static List<Path> jars() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
