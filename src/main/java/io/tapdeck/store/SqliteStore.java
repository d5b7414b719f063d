package io.tapdeck.store;

import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store in SQLite. One connection behind one lock: its work is short, and SQLite has one writer anyway. */
final class SqliteStore implements Store {
    /** A median of fewer says little. */
    private static final int LEAST_DURATIONS = 3;

    private final Sql sql;
    private final Journal journal;
    private final MetricArchive metrics;
    private final AlarmArchive alarms;
    private final OperationLocks locks;
    private final InstantSource clock;

    private SqliteStore(Sql sql, Journal journal, OperationLocks locks, InstantSource clock) {
        this.sql = sql;
        this.metrics = new SqliteMetrics(sql);
        this.alarms = new SqliteAlarms(sql);
        this.journal = journal;
        this.locks = locks;
        this.clock = clock;
    }

    static SqliteStore open(Path file, InstantSource clock) throws IOException, SQLException, Stores.NewerFormat {
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA journal_mode = WAL");
            // In WAL mode NORMAL may lose the last commits when the power fails; a line of the journal must be on the
            // disk
            // before the call that it announces (SQLite documentation, "PRAGMA synchronous").
            statement.execute("PRAGMA synchronous = FULL");
            Schema.prepare(connection);
            Sql sql = new Sql(connection);
            return new SqliteStore(sql, new SqliteJournal(sql), OperationLocks.in(file.resolveSibling("locks")), clock);
        } catch (SQLException | Stores.NewerFormat e) {
            connection.close();
            throw e;
        }
    }

    /** A store that lasts as long as the process, and so has no journal: nothing is done to accounts with it. */
    static SqliteStore inMemory(InstantSource clock) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            Schema.prepare(connection);
            return new SqliteStore(new Sql(connection), new NoJournal(), OperationLocks.ofThisProcess(), clock);
        } catch (SQLException | Stores.NewerFormat e) {
            throw new StoreException("SQLite does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void saveDraft(String id, @Nullable String account, Draft draft, String step) {
        sql.run(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
                id,
                DefinitionJson.write(draft, account).toString(),
                step,
                clock.millis());
    }

    @Override
    public List<SavedDraft> drafts() {
        return sql.list("SELECT id, json, step, saved_at FROM draft ORDER BY saved_at DESC, id", SqliteStore::draft);
    }

    @Override
    public Optional<SavedDraft> draft(String id) {
        return sql.list("SELECT id, json, step, saved_at FROM draft WHERE id = ?", SqliteStore::draft, id).stream()
                .findFirst();
    }

    private static SavedDraft draft(Sql.Row row) throws SQLException {
        String json = row.text(2);
        return new SavedDraft(
                row.text(1),
                DefinitionJson.account(DefinitionJson.parse(json)),
                DefinitionJson.read(json),
                row.text(3),
                row.instant(4));
    }

    @Override
    public void deleteDraft(String id) {
        sql.run("DELETE FROM draft WHERE id = ?", id);
    }

    @Override
    public void rememberEnvironments(String account, String region, List<KnownEnvironment> environments) {
        sql.together(() -> {
            sql.run("DELETE FROM environment WHERE account = ? AND region = ?", account, region);
            for (KnownEnvironment known : environments) {
                sql.run(
                        "INSERT OR REPLACE INTO environment VALUES (?, ?, ?, ?, ?, ?, ?)",
                        known.account(),
                        known.region(),
                        known.blueprint(),
                        known.suffix(),
                        known.stackName(),
                        known.status(),
                        known.seenAt().toEpochMilli());
            }
        });
    }

    @Override
    public List<KnownEnvironment> knownEnvironments(String account, String region) {
        return sql.list(
                "SELECT account, region, blueprint, suffix, stack_name, status, seen_at FROM environment"
                        + " WHERE account = ? AND region = ? ORDER BY suffix, blueprint",
                row -> new KnownEnvironment(
                        row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.instant(7)),
                account,
                region);
    }

    @Override
    public MetricArchive metrics() {
        return metrics;
    }

    @Override
    public AlarmArchive alarms() {
        return alarms;
    }

    @Override
    public Map<String, AccountMark> accountMarks() {
        Map<String, AccountMark> marks = new TreeMap<>();
        sql.list("SELECT account, alias, color FROM account_mark", row -> {
            String account = row.text(1);
            // What a later Tapdeck wrote, or somebody by hand, is shown as far as it is known.
            String alias = AccountMark.problem(row.text(2)).isEmpty() ? row.text(2) : "";
            AccountMark mark =
                    new AccountMark(alias, AccountColor.of(row.text(3)).orElse(null));
            marks.put(account, mark);
            return mark;
        });
        marks.values().removeIf(AccountMark.NONE::equals);
        return marks;
    }

    @Override
    public void markAccount(String account, AccountMark mark) {
        if (mark.equals(AccountMark.NONE)) {
            sql.run("DELETE FROM account_mark WHERE account = ?", account);
            return;
        }
        AccountColor color = mark.color();
        sql.run(
                "INSERT OR REPLACE INTO account_mark VALUES (?, ?, ?)",
                account,
                mark.alias(),
                color == null ? "" : color.id());
    }

    @Override
    public Optional<String> preference(String key) {
        return sql.list("SELECT value FROM preference WHERE key = ?", row -> row.text(1), key).stream()
                .findFirst();
    }

    @Override
    public void setPreference(String key, String value) {
        sql.run("INSERT OR REPLACE INTO preference VALUES (?, ?)", key, value);
    }

    @Override
    public OptionalDouble usualSeconds(String resourceType, String operation) {
        List<Double> seconds = sql.list(
                "SELECT seconds FROM duration WHERE resource_type = ? AND operation = ? ORDER BY seconds",
                row -> row.number(1),
                resourceType,
                operation);
        if (seconds.size() < LEAST_DURATIONS) {
            return OptionalDouble.empty();
        }
        int middle = seconds.size() / 2;
        return OptionalDouble.of(
                seconds.size() % 2 == 1 ? seconds.get(middle) : (seconds.get(middle - 1) + seconds.get(middle)) / 2);
    }

    @Override
    public void rememberDuration(String resourceType, String operation, double seconds) {
        sql.run("INSERT INTO duration VALUES (?, ?, ?)", resourceType, operation, seconds);
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public OperationLocks locks() {
        return locks;
    }

    @Override
    public void close() {
        sql.close();
    }
}
