import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the licences and notices that a component carries; npm archives within jars are looked into too. */
final class LegalTexts {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(.*/)?([^/]*(third-?party-)?licen[cs]es?|notice|copying|copyright)([.-](txt|md|mit|apache|zentus))*");
    private static final int TAR_BLOCK = 512;

    /**
     * Where the texts of licences are that their jars do not carry, and, in folders with components' names, those of what
     * is compiled into them.
     */
    private final Path folder;

    LegalTexts(Path folder) {
        this.folder = folder;
    }

    /**
     * Every text once; what the component does not carry is taken from the folder, by its name or by its licence;
     * of what others have in it, in a folder of its name.
     *
     * @param problems gets a sentence if there is no text of its own
     */
    Set<String> of(Component component, List<String> problems) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (Path source : component.sources()) {
            if (Files.isDirectory(source)) {
                everything(source, texts);
            } else if (source.toString().endsWith(".jar")) {
                jar(Files.newInputStream(source), texts);
            } else {
                add(Files.readAllBytes(source), texts);
            }
        }
        for (String name : List.of(component.name(), component.ownLicence())) {
            Path file = folder.resolve(name + ".txt");
            if (texts.isEmpty() && Files.exists(file)) {
                add(Files.readAllBytes(file), texts);
            }
        }
        if (texts.isEmpty()) {
            problems.add(component.title() + " carries no licence, and there is no text of " + component.ownLicence()
                    + " in " + folder + ".");
        }
        Path within = folder.resolve(component.name());
        if (Files.isDirectory(within)) {
            everything(within, texts);
        }
        return texts;
    }

    /** All files of a folder are legal texts, as those of a JDK's {@code legal} are. */
    private static void everything(Path folder, Set<String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(Files.readAllBytes(file), texts);
            }
        }
    }

    private static void jar(InputStream file, Set<String> texts) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(file)) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".tgz")) {
                    npm(jar.readAllBytes(), texts);
                } else if (NAME.matcher(entry.getName()).matches()) {
                    add(jar.readAllBytes(), texts);
                }
            }
        }
    }

    /** An archive in POSIX's "ustar": blocks of 512 bytes, the name at 0, its size in octal digits at 124. */
    private static void npm(byte[] archive, Set<String> texts) throws IOException {
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive), 1 << 16)) {
            for (byte[] head = tar.readNBytes(TAR_BLOCK); head.length == TAR_BLOCK && head[0] != 0; ) {
                long size = Long.parseLong(field(head, 124, 12).strip(), 8);
                long padding = -size & (TAR_BLOCK - 1);
                if (NAME.matcher(field(head, 0, 100)).matches()) {
                    add(tar.readNBytes(Math.toIntExact(size)), texts);
                    tar.skipNBytes(padding);
                } else {
                    tar.skipNBytes(size + padding);
                }
                head = tar.readNBytes(TAR_BLOCK);
            }
        }
    }

    private static String field(byte[] head, int from, int length) {
        String field = new String(head, from, length, StandardCharsets.ISO_8859_1);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }

    private static void add(byte[] text, Set<String> texts) {
        String words =
                new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n").stripTrailing();
        if (!words.isBlank()) {
            texts.add(words);
        }
    }
}
