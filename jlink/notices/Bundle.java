import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the app's jars to the lock, and writes what has to be said about them: {@code java
 * jlink/notices/Bundle.java PROJECT VERSION LIB OUT [NAME VERSION LICENCE TEXTS]...}. What comes with the app beside its
 * jars, such as a JDK, is named in fours: TEXTS is a file, or a folder of nothing but legal texts.
 *
 * <p>OUT gets {@code THIRD-PARTY-NOTICES.txt} and {@code tapdeck-VERSION.cdx.json}. Anything unknown ends it with 1.
 */
final class Bundle {
    private static final int FIXED = 4;
    private static final int EACH = 4;

    private Bundle() {}

    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        String version = args[1];
        Path out = Files.createDirectories(Path.of(args[3]));

        List<String> problems = new ArrayList<>();
        List<Component> components =
                new ArrayList<>(new Lock(project.resolve("jlink/dependencies.lock")).check(Path.of(args[2]), problems));
        Path fonts = project.resolve("assets/fonts");
        components.add(Component.beside("library", "Inter", "3.019", "OFL-1.1", fonts.resolve("OFL-Inter.txt")));
        components.add(Component.beside(
                "library", "JetBrains Mono", "2.211", "OFL-1.1", fonts.resolve("OFL-JetBrainsMono.txt")));
        for (int i = FIXED; i < args.length; i += EACH) {
            components.add(Component.beside("platform", args[i], args[i + 1], args[i + 2], Path.of(args[i + 3])));
        }
        Notices notices = new Notices(components, new LegalTexts(project.resolve("jlink/notices/texts")), problems);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
        notices.write(out.resolve("THIRD-PARTY-NOTICES.txt"), version);
        new Sbom(components, version).write(out.resolve("tapdeck-" + version + ".cdx.json"));
    }
}
