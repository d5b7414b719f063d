package io.tapdeck.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of alarms, in SQLite. */
final class SqliteAlarms implements AlarmArchive {
    private final Sql sql;

    SqliteAlarms(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void saveTransitions(List<Transition> transitions) {
        sql.together(() -> {
            for (Transition transition : transitions) {
                sql.run(
                        "INSERT OR REPLACE INTO transition VALUES (?, ?, ?, ?, ?)",
                        transition.alarmArn(),
                        transition.at().toEpochMilli(),
                        transition.from(),
                        transition.to(),
                        transition.summary());
            }
        });
    }

    @Override
    public List<Transition> transitions(String alarmArn, Instant start, Instant end) {
        return sql.list(
                "SELECT alarm_arn, at, from_state, to_state, summary FROM transition"
                        + " WHERE alarm_arn = ? AND at >= ? AND at < ? ORDER BY at DESC",
                row -> new Transition(row.text(1), row.instant(2), row.text(3), row.text(4), row.text(5)),
                alarmArn,
                start.toEpochMilli(),
                end.toEpochMilli());
    }

    @Override
    public Optional<Instant> readUntil(String alarmArn) {
        return time("SELECT until FROM alarm_read WHERE alarm_arn = ?", alarmArn);
    }

    @Override
    public void setReadUntil(String alarmArn, Instant until) {
        sql.run("INSERT OR REPLACE INTO alarm_read VALUES (?, ?)", alarmArn, until.toEpochMilli());
    }

    @Override
    public void write(Acknowledgement line) {
        sql.run(
                "INSERT INTO acknowledgement (account, region, stack_name, alarm_arn, alarm_name, at, who, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                line.account(),
                line.region(),
                line.stackName(),
                line.alarmArn(),
                line.alarmName(),
                line.at().toEpochMilli(),
                line.who(),
                line.note());
    }

    @Override
    public List<Acknowledgement> acknowledgements(String account, String region, String stackName) {
        return sql.list(
                "SELECT alarm_arn, alarm_name, at, who, note FROM acknowledgement"
                        + " WHERE account = ? AND region = ? AND stack_name = ? ORDER BY number",
                row -> new Acknowledgement(
                        account,
                        region,
                        stackName,
                        row.text(1),
                        row.text(2),
                        row.instant(3),
                        row.textOrNull(4),
                        row.text(5)),
                account,
                region,
                stackName);
    }

    @Override
    public Optional<Instant> toldUntil(String alarmArn) {
        return time("SELECT until FROM alarm_told WHERE alarm_arn = ?", alarmArn);
    }

    @Override
    public void setToldUntil(String alarmArn, Instant until) {
        sql.run("INSERT OR REPLACE INTO alarm_told VALUES (?, ?)", alarmArn, until.toEpochMilli());
    }

    @Override
    public Optional<Seen> seen(String account, String region, String stackName) {
        return sql
                .list(
                        "SELECT as_of, json FROM alarm_seen WHERE account = ? AND region = ? AND stack_name = ?",
                        row -> new Seen(row.instant(1), row.text(2)),
                        account,
                        region,
                        stackName)
                .stream()
                .findFirst();
    }

    @Override
    public void see(String account, String region, String stackName, Seen seen) {
        sql.run(
                "INSERT OR REPLACE INTO alarm_seen VALUES (?, ?, ?, ?, ?)",
                account,
                region,
                stackName,
                seen.asOf().toEpochMilli(),
                seen.json());
    }

    private Optional<Instant> time(String query, String alarmArn) {
        return sql.list(query, row -> row.instant(1), alarmArn).stream().findFirst();
    }
}
