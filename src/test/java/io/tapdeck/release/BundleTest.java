package io.tapdeck.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packaged is what somebody has looked at, and its licences are told: {@code jlink/notices}. */
class BundleTest {
    private static final Path PROGRAM =
            Path.of("jlink", "notices", "Bundle.java").toAbsolutePath();

    @TempDir
    Path project;

    private Path out;

    @BeforeEach
    void fonts() throws IOException {
        out = project.resolve("out");
        write("assets/fonts/OFL-Inter.txt", "Inter's licence");
        write("assets/fonts/OFL-JetBrainsMono.txt", "JetBrains Mono's licence");
        write("jlink/notices/texts/MIT.txt", "Permission is hereby granted");
    }

    @Test
    void everyTextIsToldOnceAndEveryPartIsInTheBill() throws Exception {
        String own = jar("own-1.0.jar", Map.of("META-INF/LICENSE.txt", "Own words", "own/License.class", "code"));
        String same = jar("same-2.0.jar", Map.of("META-INF/LICENSE", "Own words\r\n"));
        String none = jar("none-3.0-linux.jar", Map.of("none/A.class", "code"));
        lock(
                own + "\tApache-2.0\torg.own:own:1.0",
                same + "\tApache-2.0\torg.same:same:2.0",
                none + "\tMIT AND IJG\torg.none:none:3.0:linux",
                "00\tMIT\torg.none:none:3.0:win");
        write("jlink/notices/texts/none/jpeg.txt", "In none's library");
        write("legal/java.base/LICENSE", "The JDK's licence");

        assertThat(run("JDK", "25.0.3", "GPL-2.0-only", project.resolve("legal").toString()))
                .isEmpty();

        assertThat(out.resolve("THIRD-PARTY-NOTICES.txt"))
                .content()
                .containsOnlyOnce("Own words")
                .contains(
                        "own 1.0, same 2.0",
                        "Permission is hereby granted",
                        "In none's library",
                        "Inter's licence",
                        "JDK 25.0.3",
                        "The JDK's licence")
                .doesNotContain("code", "win");
        JsonNode bill = JsonMapper.builder()
                .build()
                .readTree(out.resolve("tapdeck-9.9.cdx.json").toFile());
        assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(bill.at("/components").findValuesAsText("purl"))
                .contains(
                        "pkg:maven/org.own/own@1.0",
                        "pkg:maven/org.none/none@3.0?classifier=linux",
                        "pkg:generic/jdk@25.0.3");
        assertThat(bill.at("/components/0/hashes/0/content").asText()).hasSize(64);
        assertThat(bill.findValuesAsText("content")).contains(own, same, none);
    }

    @Test
    void whatNobodyHasLookedAtIsNotPackaged() throws Exception {
        jar("changed-1.0.jar", Map.of("META-INF/LICENSE", "Own words"));
        jar("new-1.0.jar", Map.of("META-INF/LICENSE", "Own words"));
        String silent = jar("silent-1.0.jar", Map.of("silent/A.class", "code"));
        write("jlink/notices/texts/silent/part.txt", "Of a part of silent, not of silent");
        lock(
                "00\tMIT\torg.changed:changed:1.0",
                silent + "\tUnheard-1.0\torg.silent:silent:1.0",
                "00\tMIT\torg.gone:gone:1.0");

        assertThat(run())
                .contains(
                        "changed-1.0.jar is not the one that was looked at",
                        "new-1.0.jar is not in the lock",
                        "silent 1.0 carries no licence, and there is no text of Unheard-1.0",
                        "gone-1.0.jar is in the lock, but not in the app");
        assertThat(out.resolve("THIRD-PARTY-NOTICES.txt")).doesNotExist();
    }

    /** Runs the program and returns what it complains about. */
    private String run(String... beside) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                project.toString(),
                "9.9",
                project.resolve("lib").toString(),
                out.toString()));
        command.addAll(List.of(beside));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }

    private String jar(String name, Map<String, String> entries) throws Exception {
        Path file = project.resolve("lib").resolve(name);
        Files.createDirectories(file.getParent());
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void lock(String... lines) throws IOException {
        write("jlink/dependencies.lock", "# looked at\n" + String.join("\n", lines) + "\n");
    }

    private void write(String name, String words) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }
}
