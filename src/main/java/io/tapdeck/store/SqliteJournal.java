package io.tapdeck.store;

import io.tapdeck.store.JournalEntry.Kind;
import java.sql.SQLException;
import java.util.List;

/** The journal's table; triggers in the schema refuse what would change a line. */
final class SqliteJournal implements Journal {
    private static final String COLUMNS = "operation_id, kind, at, caller, account, region, blueprint, suffix,"
            + " stack_name, stack_id, call, token, change_set, words, number";

    private final Sql sql;

    SqliteJournal(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void write(JournalEntry entry) {
        sql.run(
                "INSERT INTO journal (operation_id, kind, at, caller, account, region, blueprint, suffix, stack_name,"
                        + " stack_id, call, token, change_set, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.operationId(),
                entry.kind().name(),
                entry.at().toEpochMilli(),
                entry.caller(),
                entry.account(),
                entry.region(),
                entry.blueprint(),
                entry.suffix(),
                entry.stackName(),
                entry.stackId(),
                entry.call(),
                entry.token(),
                entry.changeSet(),
                entry.words());
    }

    @Override
    public List<JournalEntry> entries() {
        return list("");
    }

    @Override
    public List<JournalEntry> of(String operationId) {
        return list("WHERE operation_id = ?", operationId);
    }

    @Override
    public List<JournalEntry> unfinished() {
        return list("WHERE operation_id IN (SELECT operation_id FROM journal WHERE kind = 'BEGUN'"
                + " EXCEPT SELECT operation_id FROM journal WHERE kind = 'ENDED')");
    }

    private List<JournalEntry> list(String where, Object... parameters) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM journal " + where + " ORDER BY number",
                row -> line(row).entry(),
                parameters);
    }

    @Override
    public List<Line> newest(Filter filter, long below, int most) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM journal WHERE number < ?1"
                        + " AND account = coalesce(?2, account) AND region = coalesce(?3, region)"
                        + " AND blueprint = coalesce(?4, blueprint) AND suffix = coalesce(?5, suffix)"
                        + " ORDER BY number DESC LIMIT ?6",
                SqliteJournal::line,
                below,
                filter.account(),
                filter.region(),
                filter.blueprint(),
                filter.suffix(),
                most);
    }

    @Override
    public List<String> regions(String account) {
        return sql.list(
                "SELECT DISTINCT region FROM journal WHERE account = ? ORDER BY region", row -> row.text(1), account);
    }

    private static Line line(Sql.Row row) throws SQLException {
        return new Line(
                row.whole(15),
                new JournalEntry(
                        row.text(1),
                        Kind.valueOf(row.text(2)),
                        row.instant(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.text(8),
                        row.text(9),
                        row.textOrNull(10),
                        row.text(11),
                        row.textOrNull(12),
                        row.textOrNull(13),
                        row.textOrNull(14)));
    }
}
