import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The JDK's own tools and other programs, run to the end; one that fails ends the build. */
final class Tools {
    static final boolean IS_WINDOWS = File.separatorChar == '\\';

    private Tools() {}

    /** Runs a tool of this JDK, such as {@code jlink}; what it says goes to standard output. */
    static void jdk(String tool, List<String> arguments) {
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This Java has no " + tool + "; a JDK 25 is needed."))
                .run(System.out, System.err, arguments.toArray(String[]::new));
        require(code == 0, tool + " failed.");
    }

    /** Runs a program in {@code folder}. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        require(code == 0, String.join(" ", command) + " ended with " + code + ".");
    }

    /** Takes away the builder's own variables: accounts and options of his would go into what is recorded. */
    static void forget(ProcessBuilder builder) {
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
    }

    /** For the system's shell, in which jsii starts its Node.js: nothing in single quotes is special but their end. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    /** Whether a program can be started by its name. */
    static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** An empty folder of this name. */
    static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path path : deepestFirst(folder)) {
            Files.delete(path);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** The files directly in a folder whose name ends so, by name. */
    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
