import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes the services of aws-cdk-lib that nothing in the image can reach, from its JavaScript and from its Java. What is
 * kept: the folders that syntheses of every blueprint have loaded, those whose Java packages Tapdeck's classes name (a
 * setting may use what no synthesis here has), those that cdk-nag and the other packages require, and whatever these
 * require in turn, at any depth. aws-cdk-lib's index, which names all services, loads each when it is asked for.
 */
final class CdkServices {
    private static final Pattern REQUIRED = Pattern.compile("require\\([\"']([^\"']+)[\"']\\)");
    private static final String JAVA = "software/amazon/awscdk/services/";
    private static final Pattern NAMED = Pattern.compile(JAVA + "([a-z0-9_/]+)/[A-Z]");

    private final Path app;
    private final Path library;
    private final Set<String> folders;

    /** @param app the image's jars and unpacked packages */
    CdkServices(Path app) throws IOException {
        this.app = app;
        this.library = app.resolve("packages/aws-cdk-lib").normalize();
        this.folders = folders();
    }

    /** @param loaded the modules that the syntheses have loaded, as {@code packages/…} */
    void removeUnused(List<String> loaded) throws IOException {
        Path jar = Tools.files(app, ".jar").stream()
                .filter(file -> file.getFileName().toString().startsWith("aws-cdk-lib-"))
                .findFirst()
                .orElseThrow();
        Map<String, Set<String>> java = packages(jar);

        Set<String> used = new TreeSet<>();
        loaded.forEach(module -> folderOf(app.resolve(module)).ifPresent(used::add));
        Set<String> named = packages(app.resolve("tapdeck.jar")).values().stream()
                .flatMap(Set::stream)
                .map(CdkServices::plain)
                .collect(Collectors.toSet());
        folders.stream().filter(folder -> named.contains(plain(folder))).forEach(used::add);
        try (Stream<Path> others = Files.walk(app.resolve("packages"))) {
            for (Path module : others.filter(file -> folderOf(file).isEmpty()).toList()) {
                used.addAll(required(module));
            }
        }
        used.retainAll(folders);
        close(used, this::requiredBelow);

        Set<String> kept = used.stream().map(CdkServices::plain).collect(Collectors.toSet());
        Set<String> classes = java.keySet().stream()
                .filter(name -> !name.startsWith(JAVA) || kept.contains(plain(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        close(classes, name -> java.getOrDefault(name, Set.of()));
        for (String folder : folders) {
            if (!used.contains(folder)) {
                Tools.delete(library.resolve(folder));
            }
        }
        AppJars.rewrite(jar, entry -> entry.startsWith(JAVA) && !classes.contains(parent(entry)), Map.of());
        System.out.printf(
                "aws-cdk-lib: %d of %d folders, %d of %d packages kept%n",
                used.size(), folders.size(), classes.size(), java.size());
    }

    private Set<String> folders() throws IOException {
        try (Stream<Path> children = Files.list(library)) {
            return children.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("node_modules"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The folder of aws-cdk-lib that a path is in. */
    private Optional<String> folderOf(Path path) {
        Path normal = path.normalize();
        return normal.startsWith(library) && !normal.equals(library)
                ? Optional.of(library.relativize(normal).getName(0).toString())
                : Optional.empty();
    }

    private Set<String> requiredBelow(String folder) {
        Set<String> all = new HashSet<>();
        try (Stream<Path> modules = Files.walk(library.resolve(folder))) {
            for (Path module : modules.toList()) {
                all.addAll(required(module));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.retainAll(folders);
        return all;
    }

    /** The folders of aws-cdk-lib that a module requires by name, wherever in its code. */
    private Set<String> required(Path module) throws IOException {
        Set<String> all = new HashSet<>();
        if (module.toString().endsWith(".js")) {
            Matcher matcher = REQUIRED.matcher(Files.readString(module));
            while (matcher.find()) {
                String name = matcher.group(1);
                if (name.startsWith(".")) {
                    folderOf(module.resolveSibling(name)).ifPresent(all::add);
                } else if (name.startsWith("aws-cdk-lib/")) {
                    folderOf(library.resolveSibling(name)).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** By the packages of a jar's classes: the packages of aws-cdk-lib's services that their constants name. */
    private static Map<String, Set<String>> packages(Path jar) throws IOException {
        Map<String, Set<String>> all = new HashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    Set<String> named = all.computeIfAbsent(parent(entry.getName()), _ -> new HashSet<>());
                    try (InputStream content = file.getInputStream(entry)) {
                        Matcher matcher =
                                NAMED.matcher(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
                        while (matcher.find()) {
                            named.add(JAVA + matcher.group(1));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Adds what each names, until nothing is new. */
    private static void close(Set<String> names, Function<String, Set<String>> named) {
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            for (String name : named.apply(open.pop())) {
                if (names.add(name)) {
                    open.push(name);
                }
            }
        }
    }

    private static String parent(String entry) {
        return entry.substring(0, Math.max(0, entry.lastIndexOf('/')));
    }

    /** What a service's folder ({@code aws-lambda-event-sources}) and package ({@code lambda/eventsources}) have in common. */
    private static String plain(String service) {
        return service.replaceFirst("^" + JAVA, "").replaceFirst("^aws-", "").replaceAll("[-_/]", "");
    }
}
