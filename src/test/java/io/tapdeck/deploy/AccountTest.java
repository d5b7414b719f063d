package io.tapdeck.deploy;

import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the engine begin with: an account of its own, and what this computer remembers of it. */
public abstract class AccountTest {
    @TempDir
    protected Path folder;

    protected Store store;
    protected Account account;

    @BeforeEach
    void open() {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
