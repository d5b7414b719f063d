package io.tapdeck.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a damaged file from a disk that cannot be written. */
final class Damage {
    private Damage() {}

    /** SQLite documentation, "Result and Error Codes": SQLITE_CORRUPT and SQLITE_NOTADB. */
    static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}
