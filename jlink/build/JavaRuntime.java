import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The image's Java: the JDK's modules that something needs, and JavaFX as modules with its native libraries in place, so
 * that nothing is unpacked into the user's home. The app stays on the class path: the SDK and jsii are no modules.
 */
final class JavaRuntime {
    /** What the desk uses; the pictures of the tour are written by Swing's bridge. */
    private static final List<String> JAVAFX =
            List.of("javafx.base", "javafx.graphics", "javafx.controls", "javafx.swing");

    private final Path modulesFile;
    private final Path libraries;
    private final Path work;

    /**
     * @param modulesFile which modules, one a line with its reason
     * @param libraries the app's jars, JavaFX's among them
     * @param work for what is made on the way
     */
    JavaRuntime(Path modulesFile, Path libraries, Path work) {
        this.modulesFile = modulesFile;
        this.libraries = libraries;
        this.work = work;
    }

    /** Links it into {@code runtime}. */
    void link(Path app, Path runtime) throws IOException {
        Set<String> modules = modules(app);
        Path jmods = javafx();
        Tools.delete(runtime);
        Tools.jdk(
                "jlink",
                List.of(
                        "--module-path",
                        jmods.toString(),
                        "--add-modules",
                        String.join(",", modules) + "," + String.join(",", JAVAFX),
                        "--strip-debug",
                        // Half the size; what a start needs of it is in the AOT cache.
                        "--compress",
                        "zip-6",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString()));
    }

    /** The written list, which must say what jdeps finds, and more only with a reason. */
    private Set<String> modules(Path app) throws IOException {
        List<String> lines = Files.readAllLines(modulesFile).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Set<String> used = lines.stream()
                .filter(line -> line.startsWith("jdeps "))
                .map(line -> line.substring("jdeps ".length()).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = found(app);
        Tools.require(
                used.equals(found),
                "jlink/modules.txt names %s, jdeps finds %s: write down what it finds.".formatted(used, found));
        Set<String> all = new TreeSet<>(used);
        lines.stream()
                .filter(line -> line.startsWith("service "))
                .map(line -> line.substring("service ".length()).strip())
                .forEach(all::add);
        return all;
    }

    /** What the app and its libraries name. Libraries stay as they are, so they are looked through once. */
    private Set<String> found(Path app) throws IOException {
        List<Path> jars = Tools.files(libraries, ".jar");
        List<String> names =
                jars.stream().map(jar -> jar.getFileName().toString()).toList();
        Path known = work.resolve("jdeps.txt");
        List<String> lines = Files.exists(known) ? Files.readAllLines(known) : List.of();
        if (lines.isEmpty() || !names.equals(lines.subList(1, lines.size()))) {
            lines = Stream.concat(Stream.of(String.join(",", jdeps(jars))), names.stream())
                    .toList();
            Files.write(known, lines);
        }
        Set<String> found = new TreeSet<>(List.of(lines.getFirst().split(",", -1)));
        found.addAll(jdeps(List.of(app)));
        return found;
    }

    private List<String> jdeps(List<Path> jars) {
        List<String> arguments = new ArrayList<>(List.of(
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--class-path",
                libraries.resolve("*").toString()));
        jars.forEach(jar -> arguments.add(jar.toString()));
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(System.err), arguments.toArray(String[]::new));
        Tools.require(code == 0, "jdeps failed: " + out);
        String last = out.toString().strip().lines().reduce((_, line) -> line).orElse("");
        return List.of(last.split(",", -1));
    }

    /** A jmod of each JavaFX module: its classes from the jar, its native libraries beside them. */
    private Path javafx() throws IOException {
        Path jmods = Tools.fresh(work.resolve("jmods"));
        for (String module : JAVAFX) {
            Path jar = jarOf(module);
            Path classes = Tools.fresh(work.resolve(module + "-classes"));
            Path natives = Tools.fresh(work.resolve(module + "-natives"));
            try (var zip = java.nio.file.FileSystems.newFileSystem(jar);
                    Stream<Path> files = Files.walk(zip.getPath("/"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.toString().substring(1);
                    boolean isNative = name.matches("[^/]+\\.(so|dll|dylib)");
                    Path target = (isNative ? natives : classes).resolve(name);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
            Tools.jdk(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path",
                            classes.toString(),
                            "--libs",
                            natives.toString(),
                            jmods.resolve(module + ".jmod").toString()));
        }
        return jmods;
    }

    /** The jar with the platform's classifier; the one without is empty. */
    private Path jarOf(String module) throws IOException {
        String prefix = module.replace('.', '-') + "-";
        List<Path> jars = Tools.files(libraries, ".jar").stream()
                .filter(jar -> jar.getFileName().toString().matches(prefix + "[0-9.]+-[a-z0-9-]+\\.jar"))
                .toList();
        Tools.require(jars.size() == 1, "One jar of " + module + " is needed, found: " + jars);
        return jars.getFirst();
    }
}
