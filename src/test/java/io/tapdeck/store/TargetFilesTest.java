package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.environment.TargetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFilesTest {
    private static final String ACCOUNT = "111111111111";

    @TempDir
    Path folder;

    private TargetFiles files;
    private Path shared;

    @BeforeEach
    void write() throws IOException {
        files = new TargetFiles(folder.resolve("data"));
        shared = Files.writeString(folder.resolve("team.json"), "{\"version\": 1, \"tags\": {\"owner\": \"dba\"}}");
    }

    @Test
    void withoutAChoiceNothingIsAdded() {
        assertThat(files.current(ACCOUNT)).isEqualTo(TargetSettings.NONE);
        assertThat(files.file(ACCOUNT)).isEmpty();
    }

    @Test
    void aChoiceHoldsForItsAccountAndOutlivesTheProcess() {
        assertThat(files.choose(ACCOUNT, shared).tags()).containsEntry("owner", "dba");

        TargetFiles later = new TargetFiles(folder.resolve("data"));
        assertThat(later.file(ACCOUNT)).contains(shared.toAbsolutePath());
        assertThat(later.current(ACCOUNT).tags()).containsEntry("owner", "dba");
        assertThat(later.current("222222222222")).isEqualTo(TargetSettings.NONE);
    }

    @Test
    void theFileIsReadAnewEachTime() throws IOException {
        files.choose(ACCOUNT, shared);
        Files.writeString(shared, "{\"version\": 1, \"tags\": {\"owner\": \"platform\"}}");

        assertThat(files.current(ACCOUNT).tags()).containsEntry("owner", "platform");
    }

    @Test
    void aChoiceCanBeTakenBack() {
        files.choose(ACCOUNT, shared);

        assertThat(files.choose(ACCOUNT, null)).isEqualTo(TargetSettings.NONE);
        assertThat(files.file(ACCOUNT)).isEmpty();
    }

    @Test
    void aFileThatHasGoneIsSaidAndNeverPassedOver() throws IOException {
        files.choose(ACCOUNT, shared);
        Files.delete(shared);

        assertThatThrownBy(() -> files.current(ACCOUNT))
                .isInstanceOf(TargetFileException.class)
                .hasMessageContaining(shared.toString())
                .hasMessageContaining("is not there");
    }

    @Test
    void aFileThatIsWrongIsRefusedWithEveryProblemAndTheChoiceStays() throws IOException {
        files.choose(ACCOUNT, shared);
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"version\": 2, \"colour\": \"blue\"}");

        assertThatThrownBy(() -> files.choose(ACCOUNT, wrong))
                .isInstanceOfSatisfying(
                        TargetFileException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContainingAll(wrong.toString(), "version:", "colour:");
        assertThat(files.file(ACCOUNT)).contains(shared.toAbsolutePath());
    }

    @Test
    void aDamagedIndexIsSaid() throws IOException {
        Path index = folder.resolve("data/targets.json");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "{");

        assertThatThrownBy(() -> files.current(ACCOUNT))
                .isInstanceOf(TargetFileException.class)
                .hasMessageContaining(index.toString());
    }
}
