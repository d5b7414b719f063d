import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The desk's style sheets, parsed: JavaFX takes {@code parts.bss} where it is asked for {@code parts.css} (its StyleManager),
 * and the first frame need not wait for a parser.
 */
final class StyleSheets {
    /** JavaFX's own tool for it. */
    private static final String PARSER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";

    private StyleSheets() {}

    /**
     * Puts them beside their texts.
     *
     * @param jar Tapdeck's own
     * @param java of the image's runtime, which has JavaFX
     */
    static void parse(Path jar, Path java, Path work) throws IOException, InterruptedException {
        Tools.fresh(work);
        List<String> names;
        String date;
        try (JarFile from = new JarFile(jar.toFile())) {
            names = from.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".css"))
                    .toList();
            // Two images of one commit have the same jar.
            date = from.getJarEntry(names.getFirst())
                    .getLastModifiedTime()
                    .toInstant()
                    .toString();
            for (String name : names) {
                Path text = work.resolve(name);
                Files.createDirectories(text.getParent());
                try (InputStream content = from.getInputStream(from.getJarEntry(name))) {
                    Files.copy(content, text);
                }
            }
        }
        for (String name : names) {
            Path text = work.resolve(name);
            Tools.run(
                    work,
                    java.toString(),
                    "-m",
                    PARSER,
                    text.toString(),
                    binary(text).toString());
            Files.delete(text);
        }
        Tools.jdk("jar", List.of("--update", "--date", date, "--file", jar.toString(), "-C", work.toString(), "."));
    }

    private static Path binary(Path text) {
        return text.resolveSibling(text.getFileName().toString().replaceFirst("\\.css$", ".bss"));
    }
}
