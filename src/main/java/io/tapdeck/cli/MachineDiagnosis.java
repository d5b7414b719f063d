package io.tapdeck.cli;

import io.tapdeck.cli.Diagnosis.Check;
import io.tapdeck.cli.Diagnosis.Verdict;
import io.tapdeck.synth.Installation;
import io.tapdeck.synth.NodeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at this machine. */
final class MachineDiagnosis implements Diagnosis {
    private static final System.Logger LOG = System.getLogger(MachineDiagnosis.class.getName());

    /** What JavaFX draws text with on Linux (facts of the platform: it loads them at the first text). */
    private static final List<String> TEXT_LIBRARIES = List.of("libpango-1.0.so", "libfreetype.so", "libfontconfig.so");

    /** What jsii 1.139 is tested with; others from 20 on run with a banner. */
    private static final List<String> SUPPORTED_NODE = List.of("22", "24");

    private static final List<Path> LIBRARY_FOLDERS = List.of(
            Path.of("/lib"), Path.of("/usr/lib"), Path.of("/lib64"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));

    private final Path dataFolder;
    private final Map<String, String> environment;
    private final String operatingSystem;

    /**
     * @param environment the process's variables
     * @param operatingSystem {@code os.name}
     */
    MachineDiagnosis(Path dataFolder, Map<String, String> environment, String operatingSystem) {
        this.dataFolder = dataFolder;
        this.environment = environment;
        this.operatingSystem = operatingSystem;
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(Verdict.FINE, "Java " + Runtime.version(), ""));
        checks.add(node());
        checks.add(folder());
        if (linux()) {
            checks.add(libraries());
            checks.add(display());
        }
        return checks;
    }

    private Check node() {
        return switch (NodeRuntime.find(environment, Installation.ofProcess())) {
            case NodeRuntime.Unusable unusable -> new Check(Verdict.MISSING, unusable.problem(), unusable.remedy());
            case NodeRuntime.Usable usable ->
                SUPPORTED_NODE.stream().anyMatch(major -> usable.version().startsWith(major + "."))
                        ? new Check(Verdict.FINE, "Node.js " + usable.version(), "")
                        : new Check(
                                Verdict.NOTE,
                                "Node.js " + usable.version() + " works, but jsii does not support it",
                                "Supported are " + String.join(" and ", SUPPORTED_NODE) + ".");
        };
    }

    private Check folder() {
        try {
            Files.createDirectories(dataFolder);
            Files.delete(Files.createTempFile(dataFolder, "doctor", null));
            return new Check(Verdict.FINE, "Data folder " + dataFolder, "");
        } catch (IOException e) {
            return new Check(
                    Verdict.NOTE,
                    "Data folder " + dataFolder + " cannot be written",
                    "Drafts and history last only until Tapdeck ends. Make the folder writable to keep them.");
        }
    }

    private Check libraries() {
        List<String> absent =
                TEXT_LIBRARIES.stream().filter(library -> !installed(library)).toList();
        return absent.isEmpty()
                ? new Check(Verdict.FINE, "pango, freetype and fontconfig", "")
                : new Check(
                        Verdict.MISSING,
                        String.join(", ", absent) + " not found",
                        "JavaFX draws text with them. Install the packages pango, freetype and fontconfig.");
    }

    private static boolean installed(String library) {
        for (Path folder : LIBRARY_FOLDERS) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.find(
                    folder, 2, (path, _) -> path.getFileName().toString().startsWith(library))) {
                if (files.findAny().isPresent()) {
                    return true;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                LOG.log(System.Logger.Level.DEBUG, "The loader would not find it there either: " + folder, e);
            }
        }
        return false;
    }

    private Check display() {
        return Display.present(environment, operatingSystem)
                ? new Check(Verdict.FINE, "Display " + environment.get("DISPLAY"), "")
                : new Check(Verdict.NOTE, "No display", "The desk needs one; every command works without.");
    }

    private boolean linux() {
        return operatingSystem.toLowerCase(Locale.ROOT).contains("linux");
    }
}
