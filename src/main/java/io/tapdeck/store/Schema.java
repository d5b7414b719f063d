package io.tapdeck.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables. Their version is SQLite's {@code user_version}; a later one adds its steps below the first. */
final class Schema {
    /** What this Tapdeck reads and writes. */
    static final int VERSION = 4;

    private static final List<String> FIRST = List.of(
            "CREATE TABLE draft (id TEXT PRIMARY KEY, json TEXT NOT NULL, step TEXT NOT NULL, saved_at INTEGER NOT NULL)",
            "CREATE TABLE environment (account TEXT NOT NULL, region TEXT NOT NULL, blueprint TEXT NOT NULL,"
                    + " suffix TEXT NOT NULL, stack_name TEXT NOT NULL, status TEXT NOT NULL, seen_at INTEGER NOT NULL,"
                    + " PRIMARY KEY (account, region, stack_name))",
            "CREATE TABLE point (series TEXT NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL,"
                    + " PRIMARY KEY (series, at)) WITHOUT ROWID",
            "CREATE TABLE transition (alarm_arn TEXT NOT NULL, at INTEGER NOT NULL, from_state TEXT NOT NULL,"
                    + " to_state TEXT NOT NULL, summary TEXT NOT NULL, PRIMARY KEY (alarm_arn, at, to_state)) WITHOUT ROWID",
            "CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE duration (resource_type TEXT NOT NULL, operation TEXT NOT NULL, seconds REAL NOT NULL)",
            "CREATE INDEX duration_of ON duration (resource_type, operation)");

    /** The journal: SQLite itself refuses to change or delete a line, also to another program. */
    private static final List<String> SECOND = List.of(
            "CREATE TABLE journal (number INTEGER PRIMARY KEY AUTOINCREMENT, operation_id TEXT NOT NULL, kind TEXT NOT NULL,"
                    + " at INTEGER NOT NULL, caller TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL,"
                    + " blueprint TEXT NOT NULL, suffix TEXT NOT NULL, stack_name TEXT NOT NULL, stack_id TEXT,"
                    + " call TEXT NOT NULL, token TEXT, change_set TEXT, words TEXT)",
            "CREATE INDEX journal_of ON journal (operation_id, kind)",
            "CREATE TRIGGER journal_stays BEFORE UPDATE ON journal"
                    + " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
            "CREATE TRIGGER journal_keeps BEFORE DELETE ON journal"
                    + " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
            // INSERT OR REPLACE deletes without asking the trigger above (SQLite documentation, "ON CONFLICT").
            "CREATE TRIGGER journal_grows BEFORE INSERT ON journal"
                    + " WHEN EXISTS (SELECT 1 FROM journal WHERE number = NEW.number)"
                    + " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END");

    /**
     * Metric history with what is covered, and alarms. Points of the first kind are not taken over: nobody wrote down
     * which times they cover, and CloudWatch gives them again. Acknowledgements are append-only, as the journal is.
     */
    private static final List<String> THIRD = List.of(
            "DROP TABLE point",
            "CREATE TABLE metric_series (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            "CREATE TABLE metric_point (series INTEGER NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL,"
                    + " PRIMARY KEY (series, at)) WITHOUT ROWID",
            "CREATE TABLE metric_span (series INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
                    + " PRIMARY KEY (series, start)) WITHOUT ROWID",
            "CREATE TABLE alarm_read (alarm_arn TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE alarm_told (alarm_arn TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE alarm_seen (account TEXT NOT NULL, region TEXT NOT NULL, stack_name TEXT NOT NULL,"
                    + " as_of INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (account, region, stack_name))",
            "CREATE TABLE acknowledgement (number INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL,"
                    + " region TEXT NOT NULL, stack_name TEXT NOT NULL, alarm_arn TEXT NOT NULL,"
                    + " alarm_name TEXT NOT NULL, at INTEGER NOT NULL, who TEXT, note TEXT NOT NULL)",
            "CREATE INDEX acknowledgement_of ON acknowledgement (account, region, stack_name)",
            "CREATE TRIGGER acknowledgement_stays BEFORE UPDATE ON acknowledgement"
                    + " BEGIN SELECT RAISE(ABORT, 'acknowledgements are append-only'); END",
            "CREATE TRIGGER acknowledgement_keeps BEFORE DELETE ON acknowledgement"
                    + " BEGIN SELECT RAISE(ABORT, 'acknowledgements are append-only'); END");

    /** What accounts are called here, and their colours. */
    private static final List<String> FOURTH = List.of(
            "CREATE TABLE account_mark (account TEXT PRIMARY KEY, alias TEXT NOT NULL, color TEXT NOT NULL) WITHOUT ROWID");

    /** What each version adds to the one before it. */
    static final List<List<String>> STEPS = List.of(FIRST, SECOND, THIRD, FOURTH);

    private Schema() {}

    /** Brings an open database to this version, or refuses a newer one. */
    static void prepare(Connection connection) throws SQLException, Stores.NewerFormat {
        try (Statement statement = connection.createStatement()) {
            if (version(statement) > VERSION) {
                throw new Stores.NewerFormat();
            }
            // Reads every page: a database that is damaged further in is found now, not in the middle of a draft.
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    throw new org.sqlite.SQLiteException("quick_check", org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
            if (version(statement) < VERSION) {
                upgrade(statement);
            }
        }
    }

    private static void upgrade(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        try {
            // Asked again under the lock: another Tapdeck may have upgraded it meanwhile.
            for (int next = version(statement); next < VERSION; next++) {
                for (String change : STEPS.get(next)) {
                    statement.execute(change);
                }
            }
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            statement.execute("ROLLBACK");
            throw e;
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }
}
