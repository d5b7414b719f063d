package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Tapdeck, as a process, one class of which is damaged: JavaFX runs already when that comes out. */
class UnexpectedEndTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "on the main thread, io/tapdeck/desk/tour/JourneyTour, tour --out pictures",
        "on JavaFX's thread, io/tapdeck/desk/common/Fonts, --sandbox",
    })
    void itEndsWithASentenceAndAnExitCode(String where, String damaged, String arguments) throws Exception {
        Path said = folder.resolve("said");
        Process process = tapdeck(damage(damaged), arguments.split(" ", -1))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        int code = process.waitFor();

        assertThat(said)
                .content()
                .as(where)
                .contains("Something unexpected failed: ", "Truncated class file. tapdeck doctor may tell more.")
                .doesNotContain("\tat ");
        assertThat(code).isEqualTo(ExitCode.FAILED);
    }

    /** An empty file in front of the class that is meant. */
    private Path damage(String name) throws IOException {
        Path classes = folder.resolve("damaged");
        Path empty = classes.resolve(name + ".class");
        Files.createDirectories(empty.getParent());
        Files.createFile(empty);
        return classes;
    }

    private ProcessBuilder tapdeck(Path damaged, String... arguments) {
        ProcessBuilder tapdeck = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                damaged + File.pathSeparator + System.getProperty("java.class.path"),
                "io.tapdeck.Tapdeck");
        tapdeck.command().addAll(List.of(arguments));
        tapdeck.directory(folder.toFile());
        tapdeck.environment()
                .putAll(Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder.toString(), "DISPLAY", "headless"));
        return tapdeck;
    }
}
