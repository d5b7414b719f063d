package io.tapdeck.desk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who did what, when, to which environment, and what became of it. */
@ExtendWith({Headless.class, FxWatchdog.class})
class JournalPageTest {
    private final TestDesk desk = new TestDesk();
    private final OnePage<JournalPage> page = new OnePage<>(desk, JournalPage::new);
    private int minutes;

    private void line(String suffix, Kind kind, String call, @Nullable String words) {
        desk.store
                .journal()
                .write(new JournalEntry(
                        "op-" + suffix,
                        kind,
                        desk.clock.instant().minus(Duration.ofMinutes(60 - minutes++)),
                        "arn:aws:sts::000000000000:assumed-role/Administrator/ops@acme.example",
                        TestDesk.ACCOUNT,
                        TestDesk.REGION,
                        "aurora-mysql",
                        suffix,
                        "tapdeck-aurora-mysql-" + suffix,
                        null,
                        call,
                        kind == Kind.SENDING ? "exec-5c1e07f2" : null,
                        kind == Kind.SENDING ? "tapdeck-7f3a19" : null,
                        words));
    }

    private void filled() {
        line("billing", Kind.BEGUN, "UPDATE", null);
        line("billing", Kind.SENDING, "ExecuteChangeSet", null);
        line("billing", Kind.ACCEPTED, "ExecuteChangeSet", null);
        line("billing", Kind.ENDED, "UPDATE", "It is up.");
        line("stage2", Kind.BEGUN, "CREATE", null);
        line("stage2", Kind.SENDING, "CreateChangeSet", null);
        line(
                "stage2",
                Kind.REFUSED,
                "CreateChangeSet",
                "User is not authorized to perform cloudformation:Create, =ask");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyLineTellsWhoDidWhatAndWhatBecameOfIt(Theme.Choice theme, Screen screen) {
        filled();
        page.show(screen, theme);
        desk.background.settle();
        assertThat(screen.shows("ops@acme.example")).isTrue();
        assertThat(screen.shows("ExecuteChangeSet")).isTrue();
        assertThat(screen.shows("refused")).isTrue();
        assertThat(screen.shows("It is up.")).isTrue();
        assertThat(page.status()).isEqualTo("7 of 7 lines");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "journal-" + theme.key() + "-1000");
        Scene wide = page.scene(theme, 1280, 800);
        Pictures.save(wide, "journal-" + theme.key());
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @Test
    void linesAreFoundByAnyOfTheirWords(Screen screen) {
        filled();
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        Screen.onFx(() -> page.page().onFilter());
        screen.type("STAGE2");
        assertThat(page.status()).isEqualTo("3 of 7 lines");
        assertThat(screen.shows("billing")).isFalse();
        screen.press(KeyCode.ESCAPE);
        assertThat(page.status()).isEqualTo("7 of 7 lines");
    }

    @Test
    void aLongJournalIsReadPageByPage(Screen screen) {
        for (int number = 0; number < JournalPage.PAGE + 3; number++) {
            line("dev", Kind.SENDING, "ExecuteChangeSet", null);
        }
        page.show(screen, Theme.Choice.DARK);
        desk.background.settle();
        assertThat(page.status()).isEqualTo("500 of 500 lines read so far");
        screen.robot().clickOn("Older lines");
        desk.background.settle();
        assertThat(page.status()).isEqualTo("503 of 503 lines");
    }

    @Test
    void anEmptyJournalSaysSo(Screen screen) {
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        assertThat(screen.shows("Nothing was done to an account from this computer yet."))
                .isTrue();
    }

    @Test
    void itIsExportedForOtherPrograms(Screen screen, @TempDir Path folder) throws IOException {
        filled();
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        Path csv = folder.resolve("journal.csv");
        Path json = folder.resolve("journal.json");
        Screen.onFx(() -> page.page().export(csv));
        Screen.onFx(() -> page.page().export(json));
        desk.background.settle();
        assertThat(Files.readAllLines(csv)).hasSize(8);
        assertThat(Files.readString(csv))
                .startsWith("operationId,kind,at,caller")
                .contains("\"User is not authorized to perform cloudformation:Create, =ask\"");
        assertThat(Files.readString(json)).contains("\"kind\" : \"REFUSED\"").contains("\"suffix\" : \"stage2\"");
        assertThat(screen.shows("7 lines were written to journal.csv.")).isTrue();
    }

    @Test
    void aFileThatCannotBeWrittenIsTold(Screen screen, @TempDir Path folder) {
        page.show(screen, Theme.Choice.LIGHT);
        desk.background.settle();
        Screen.onFx(() -> page.page().export(folder.resolve("absent").resolve("journal.csv")));
        desk.background.settle();
        assertThat(screen.shows("The journal was not exported")).isTrue();
    }
}
