import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** The jars that go into the image, without what the image has elsewhere or never uses. */
final class AppJars {
    /** JavaFX is in the runtime. */
    private static final List<String> LEFT_OUT = List.of("javafx-.*");

    private final Path app;

    /** @param app the folder that {@code mvn package} makes: {@code tapdeck.jar} and {@code lib/} */
    AppJars(Path app) {
        this.app = app;
    }

    /** Copies them as they are. */
    void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(app.resolve("tapdeck.jar"), folder.resolve("tapdeck.jar"));
        for (Path jar : Tools.files(app.resolve("lib"), ".jar")) {
            String name = jar.getFileName().toString();
            if (LEFT_OUT.stream().noneMatch(name::matches)) {
                Files.copy(jar, folder.resolve(name));
            }
            if (name.startsWith("sqlite-jdbc-")) {
                unpackSqlite(folder.resolve(name), folder);
            }
        }
    }

    /** SQLite's library for this platform lies beside the jars; the jar has it for 22, and unpacks one at every start. */
    private static void unpackSqlite(Path jar, Path folder) throws IOException {
        String system =
                System.getProperty("os.name").replaceFirst("^Mac.*", "Mac").replaceFirst("^Windows.*", "Windows");
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String library = System.mapLibraryName("sqlitejdbc");
        try (JarFile from = new JarFile(jar.toFile());
                InputStream content = from.getInputStream(
                        from.getJarEntry("org/sqlite/native/%s/%s/%s".formatted(system, processor, library)))) {
            Files.copy(content, folder.resolve(library));
        }
        rewrite(jar, entry -> entry.startsWith("org/sqlite/native/"), Map.of());
    }

    /**
     * Writes a jar anew: without some entries, with other contents of others, everything else as it is.
     *
     * @param replaced contents by the name of the entry
     */
    static void rewrite(Path jar, Predicate<String> dropped, Map<String, byte[]> replaced) throws IOException {
        Path anew = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(anew);
                JarOutputStream to = new JarOutputStream(file)) {
            for (JarEntry entry : from.stream().toList()) {
                if (dropped.test(entry.getName())) {
                    continue;
                }
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                byte[] other = replaced.get(entry.getName());
                if (other != null) {
                    to.write(other);
                } else {
                    try (InputStream content = from.getInputStream(entry)) {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        Files.move(anew, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
