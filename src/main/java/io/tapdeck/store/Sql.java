package io.tapdeck.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, one at a time; SQLite's errors become {@link StoreException}s. */
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** The row that is being read; columns count from 1. */
    record Row(ResultSet result) {
        String text(int column) throws SQLException {
            return result.getString(column);
        }

        @Nullable
        String textOrNull(int column) throws SQLException {
            return result.getString(column);
        }

        long whole(int column) throws SQLException {
            return result.getLong(column);
        }

        double number(int column) throws SQLException {
            return result.getDouble(column);
        }

        Instant instant(int column) throws SQLException {
            return Instant.ofEpochMilli(result.getLong(column));
        }
    }

    void run(String statement, @Nullable Object... parameters) {
        lock.lock();
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs one statement with each of the parameters; in a transaction if one is open. */
    void runAll(String statement, List<Object[]> parameters) {
        lock.lock();
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] some : parameters) {
                for (int i = 0; i < some.length; i++) {
                    prepared.setObject(i + 1, some[i]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    <T> List<T> list(String query, Reader<T> reader, @Nullable Object... parameters) {
        lock.lock();
        try (PreparedStatement prepared = prepare(query, parameters);
                ResultSet result = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(new Row(result)));
            }
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs statements as one transaction: all of them or none. */
    void together(Runnable statements) {
        lock.lock();
        try {
            connection.setAutoCommit(false);
            try {
                statements.run();
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    private PreparedStatement prepare(String statement, @Nullable Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }

    private static StoreException failure(SQLException e) {
        return new StoreException(
                "The local database cannot be used: %s. Free some disk space, or make its folder writable."
                        .formatted(e.getMessage()),
                e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }
}
