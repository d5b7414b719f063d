package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:34:56Z"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDamagedFileIsSetAsideNotDeleted() throws IOException {
        Files.writeString(
                folder.resolve(Stores.FILE), "this is no database, but somebody may want it back ".repeat(40));
        Stores.Opened opened = Stores.open(folder, CLOCK);
        opened.store().setPreference("theme", "dark");
        opened.store().close();
        assertThat(folder.resolve("tapdeck.db.damaged-20261122123456"))
                .content()
                .startsWith("this is no database");
        assertThat(opened.notices()).singleElement().asString().contains("damaged", "kept as");
        assertThat(Stores.open(folder, CLOCK).store().preference("theme")).contains("dark");
    }

    @Test
    void aFileOfANewerTapdeckIsSetAsideNotDeleted() throws Exception {
        Path file = folder.resolve(Stores.FILE);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Schema.VERSION + 1));
        }
        Stores.Opened opened = Stores.open(folder, CLOCK);
        opened.store().close();
        assertThat(folder.resolve("tapdeck.db.newer-20261122123456")).exists();
        assertThat(opened.notices()).singleElement().asString().contains("newer Tapdeck");
    }

    @Test
    void aDatabaseOfTheSecondVersionKeepsItsDraftsItsJournalAndItsTimes() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Stores.FILE));
                var statement = connection.createStatement()) {
            for (String change :
                    Schema.STEPS.subList(0, 2).stream().flatMap(List::stream).toList()) {
                statement.execute(change);
            }
            statement.execute("INSERT INTO draft VALUES ('one', '{\"version\":1,\"suffix\":\"dev\"}', 'what', 0)");
            statement.execute("INSERT INTO point VALUES ('cpu', 0, 12.5)");
            statement.execute("INSERT INTO preference VALUES ('theme', 'dark')");
            statement.execute("INSERT INTO journal VALUES (7, 'op', 'BEGUN', 0, 'ada', '1', 'us-east-1', 'b', 'dev',"
                    + " 's', NULL, 'CREATE', NULL, NULL, NULL)");
            statement.execute("PRAGMA user_version = 2");
        }

        Stores.Opened opened = Stores.open(folder, CLOCK);

        assertThat(opened.notices()).isEmpty();
        Store store = opened.store();
        assertThat(store.draft("one").orElseThrow().draft().suffix()).isEqualTo("dev");
        assertThat(store.draft("one").orElseThrow().account())
                .as("it is for none yet")
                .isNull();
        assertThat(store.preference("theme")).contains("dark");
        assertThat(store.journal().entries())
                .extracting(JournalEntry::operationId)
                .containsExactly("op");
        store.markAccount("1", new AccountMark("prod", AccountColor.RED));
        assertThat(store.accountMarks()).containsKey("1");
        store.close();
        assertThat(tables())
                .contains("metric_point", "acknowledgement", "account_mark")
                .doesNotContain("point");
        assertThat(Stores.open(folder, CLOCK).notices()).as("once is enough").isEmpty();
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Stores.FILE));
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    @Test
    void whereNothingCanBeWrittenTheStoreLivesInMemoryAndSaysSo() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("data");
        Stores.Opened opened = Stores.open(blocked, CLOCK);
        opened.store().saveDraft("one", null, new Draft("b", "p", "s", Map.of(), List.of(), List.of()), "where");
        assertThat(opened.store().drafts()).hasSize(1);
        assertThat(opened.notices()).singleElement().asString().contains("cannot be written");
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        Path data = folder.resolve("data");
        Stores.open(data, CLOCK).store().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(Stores.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void twoProgramsShareOneFile() {
        Store one = Stores.open(folder, CLOCK).store();
        Store other = Stores.open(folder, CLOCK).store();
        one.setPreference("theme", "dark");
        assertThat(other.preference("theme")).contains("dark");
        one.close();
        other.close();
    }
}
