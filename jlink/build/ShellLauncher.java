import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * On Linux a few lines of shell in place of jpackage's launcher, which asks rpm and dpkg for its package at every start
 * and so takes half a second. The options stay where jpackage has put them, in {@code tapdeck.cfg}.
 */
final class ShellLauncher {
    private ShellLauncher() {}

    /** {@code java jlink/build/ShellLauncher.java IMAGE}. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path image) throws IOException {
        List<String> cfg = Files.readAllLines(image.resolve("lib/app/tapdeck.cfg"));
        String options =
                values(cfg, "java-options=").stream().map(ShellLauncher::quoted).collect(Collectors.joining(" \\\n  "));
        String classPath = String.join(":", values(cfg, "app.classpath="));
        Path launcher = image.resolve("bin/tapdeck");
        Files.delete(launcher);
        Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
        Files.writeString(launcher, """
                #!/bin/sh
                # Starts Tapdeck with the Java beside it. Needs no program from the PATH.
                self=$0
                if [ -h "$self" ]; then
                  self=$(/usr/bin/readlink -f "$self")
                fi
                home=$(CDPATH= cd -- "${self%%/*}/.." && pwd -P) || exit 1
                # Options for other programs; some of them would put the AOT cache aside.
                unset JDK_JAVA_OPTIONS
                # A command is over before the optimizing compiler pays; the desk draws three times as many frames with it.
                case ${1-} in
                  [a-z]*) compiler=-XX:TieredStopAtLevel=1 ;;
                  *) compiler= ;;
                esac
                exec "$home/lib/runtime/bin/java" \\
                  %s $compiler \\
                  -cp %s \\
                  %s "$@"
                """.formatted(
                options, quoted(classPath), values(cfg, "app.mainclass=").getFirst()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> values(List<String> cfg, String key) {
        return cfg.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static String quoted(String text) {
        return '"' + text.replace("$APPDIR", "$home/lib/app") + '"';
    }
}
