import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * CDK's JavaScript, unpacked once here instead of for twelve seconds on the user's machine: as
 * {@code packages/name}, where the image's kernel looks for it. In the jars a line of text takes the archive's place.
 */
final class CdkPackages {
    /**
     * What Node never reads: declarations and documentation, what jsii keeps for translating examples, and its
     * descriptions of the package, which are in the snapshot and beside it. Of the archive with an AWS CLI for Lambda
     * functions only the code that names it: Tapdeck refuses assets of files.
     */
    private static final List<String> NEVER_READ = List.of(
            ".*\\.d\\.ts",
            "(?!LICEN[CS]E|NOTICE).*\\.md",
            ".*\\.map",
            ".*\\.ts-fixture",
            ".*\\.(gif|png)",
            "install-state\\.gz",
            "\\.jsii(\\.gz)?",
            "\\.jsii\\.runtime.*",
            "\\.jsii-runtime-package-cache",
            "\\.jsii\\.tabl\\.json(\\.gz)?",
            "layer\\.zip",
            // The validator of templates is off.
            "bindings_wasm_bg\\.wasm");

    /** One unpacked package in jsii's cache. */
    private record Unpacked(Path folder, String name, String version) {
        /** As jsii's jars call the archive: without the scope. */
        String archiveName() {
            return name.substring(name.indexOf('/') + 1) + "@" + version + ".jsii.tgz";
        }

        byte[] tag() {
            return "%s %s is unpacked in the image.%n".formatted(name, version).getBytes(StandardCharsets.UTF_8);
        }
    }

    private final Path cache;

    /** @param cache what jsii has unpacked in a real synthesis, as {@code name/version/key} */
    CdkPackages(Path cache) {
        this.cache = cache;
    }

    /** Puts the packages into {@code folder}. */
    void into(Path folder) throws IOException {
        for (Unpacked unpacked : unpacked()) {
            copy(unpacked.folder(), folder.resolve(unpacked.name()));
        }
    }

    /** Puts a text in the archive's place, in those jars of {@code app} that have one. */
    void removeArchives(Path app) throws IOException {
        for (Unpacked unpacked : unpacked()) {
            tag(unpacked, app);
        }
    }

    private List<Unpacked> unpacked() throws IOException {
        try (Stream<Path> markers = Files.find(
                cache, 5, (path, _) -> path.getFileName().toString().equals(".jsii-runtime-package-cache"))) {
            return markers.map(Path::getParent)
                    .map(folder -> new Unpacked(
                            folder,
                            cache.relativize(folder.getParent().getParent())
                                    .toString()
                                    .replace('\\', '/'),
                            folder.getParent().getFileName().toString()))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Tools.require(
                Files.exists(from.resolve(".jsii.runtime.v1.json")),
                "jsii has made no index of " + from + ": without it every start reads the whole description.");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (NEVER_READ.stream().noneMatch(name::matches)) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void tag(Unpacked unpacked, Path app) throws IOException {
        for (Path jar : Tools.files(app, ".jar")) {
            String entry = entry(jar, unpacked.archiveName());
            if (!entry.isEmpty()) {
                AppJars.rewrite(jar, _ -> false, Map.of(entry, unpacked.tag()));
                return;
            }
        }
        throw new IllegalStateException("No jar carries " + unpacked.archiveName() + ".");
    }

    private static String entry(Path jar, String archive) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.endsWith("/" + archive))
                    .findFirst()
                    .orElse("");
        }
    }
}
