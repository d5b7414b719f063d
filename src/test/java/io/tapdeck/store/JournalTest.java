package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.store.Journal.Filter;
import io.tapdeck.store.Journal.Line;
import io.tapdeck.store.JournalEntry.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLineSurvivesTheProcessAsItWasWritten() {
        JournalEntry bare = line("one", Kind.BEGUN, "dev");
        JournalEntry full = new JournalEntry(
                "one",
                Kind.SENDING,
                NOON,
                "arn:c",
                "1",
                "eu-west-1",
                "b",
                "dev",
                "s",
                "arn:s",
                "C",
                "t",
                "cs",
                "words");
        try (Store store = Stores.open(folder, CLOCK).store()) {
            store.journal().write(bare);
            store.journal().write(full);
        }
        try (Store again = Stores.open(folder, CLOCK).store()) {
            assertThat(again.journal().entries()).containsExactly(bare, full);
            assertThat(again.journal().of("one")).containsExactly(bare, full);
            assertThat(again.journal().of("other")).isEmpty();
        }
    }

    @Test
    void onlyWhatHasBegunAndNotEndedIsUnfinished() {
        try (Store store = Stores.open(folder, CLOCK).store()) {
            Journal journal = store.journal();
            journal.write(line("done", Kind.BEGUN, "dev"));
            journal.write(line("open", Kind.BEGUN, "qa"));
            journal.write(line("done", Kind.ENDED, "dev"));
            journal.write(line("open", Kind.SENDING, "qa"));
            assertThat(journal.unfinished()).extracting(JournalEntry::kind).containsExactly(Kind.BEGUN, Kind.SENDING);
        }
    }

    @Test
    void pagesComeNewestFirstAndOfOneEnvironmentIfAsked() {
        try (Store store = Stores.open(folder, CLOCK).store()) {
            Journal journal = store.journal();
            for (int number = 0; number < 5; number++) {
                journal.write(line("dev" + number, Kind.BEGUN, "dev"));
                journal.write(line("qa" + number, Kind.BEGUN, "qa"));
            }
            Filter dev = new Filter("1", "us-east-1", "b", "dev");
            List<Line> first = journal.newest(dev, Long.MAX_VALUE, 3);
            List<Line> second = journal.newest(dev, first.getLast().number(), 3);
            assertThat(first).extracting(line -> line.entry().operationId()).containsExactly("dev4", "dev3", "dev2");
            assertThat(second).extracting(line -> line.entry().operationId()).containsExactly("dev1", "dev0");
            assertThat(journal.newest(Filter.ALL, Long.MAX_VALUE, 100)).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET words = 'nothing happened'",
                "DELETE FROM journal",
                "INSERT OR REPLACE INTO journal SELECT number, operation_id, kind, at, caller, account, region,"
                        + " blueprint, suffix, stack_name, stack_id, call, token, change_set, 'other' FROM journal"
            })
    void sqliteRefusesToChangeALineWhoeverAsks(String change) throws SQLException {
        JournalEntry written = line("one", Kind.BEGUN, "dev");
        try (Store store = Stores.open(folder, CLOCK).store()) {
            store.journal().write(written);
            try (Connection other = connect();
                    var statement = other.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
            assertThat(store.journal().entries()).containsExactly(written);
        }
    }

    @Test
    void aDatabaseOfTheFirstVersionKeepsWhatItHasAndGetsAJournal() throws SQLException {
        try (Connection old = connect();
                var statement = old.createStatement()) {
            for (String table : Schema.STEPS.getFirst()) {
                statement.execute(table);
            }
            statement.execute("INSERT INTO preference VALUES ('theme', 'dark')");
            statement.execute("PRAGMA user_version = 1");
        }
        Stores.Opened opened = Stores.open(folder, CLOCK);
        try (Store store = opened.store()) {
            store.journal().write(line("one", Kind.BEGUN, "dev"));
            assertThat(store.journal().entries()).hasSize(1);
            assertThat(store.preference("theme")).contains("dark");
            assertThat(opened.notices()).isEmpty();
        }
    }

    @Test
    void whereNothingCanBeKeptTheJournalTakesNothing() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way").resolve("data");
        Stores.Opened opened = Stores.open(blocked, CLOCK);
        assertThat(opened.notices()).singleElement().asString().contains("nothing is deployed");
        assertThatThrownBy(() -> opened.store().journal().write(line("one", Kind.BEGUN, "dev")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("data folder cannot be written. Make it writable");
        assertThat(opened.store().journal().kept()).isFalse();
    }

    @Test
    void aDamagedDatabaseTakesItsJournalAsideAndSaysWhatFollows() throws Exception {
        Files.writeString(folder.resolve(Stores.FILE), "no database ".repeat(200));
        assertThat(Stores.open(folder, CLOCK).notices())
                .singleElement()
                .asString()
                .contains("the journal start anew", "not resumed");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Stores.FILE));
    }

    private static JournalEntry line(String operation, Kind kind, String suffix) {
        return new JournalEntry(
                operation, kind, NOON, "arn:c", "1", "us-east-1", "b", suffix, "s", null, "CREATE", null, null, null);
    }
}
