package io.tapdeck.desk.common;

import io.tapdeck.store.AccountMark;
import io.tapdeck.store.Store;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The colours and aliases of accounts, for every page to show and one to change. For the JavaFX thread only. */
public final class AccountMarks {
    private final Store store;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<String, AccountMark>> all = new ReadOnlyObjectWrapper<>(Map.of());

    private final ReentrantLock writing = new ReentrantLock();
    private volatile Map<String, AccountMark> newest = Map.of();

    /** None yet; {@link #read} brings them. */
    public AccountMarks(Store store, Background background) {
        this.store = store;
        this.background = background;
    }

    /** Reads them from the store. Where that fails none are shown: nothing else depends on them. */
    public void read() {
        background.run(store::accountMarks, all::set, failure -> {});
    }

    /** Writes of one account may overtake each other; whichever comes last writes the newest mark. */
    private void keep(String account) {
        writing.lock();
        try {
            store.markAccount(account, newest.getOrDefault(account, AccountMark.NONE));
        } finally {
            writing.unlock();
        }
    }

    /** Those that there are, by account id; another map after every change. */
    public ReadOnlyObjectProperty<Map<String, AccountMark>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** The mark of an account; {@link AccountMark#NONE} if it has none. */
    public AccountMark of(String account) {
        return all.get().getOrDefault(account, AccountMark.NONE);
    }

    /**
     * Marks an account; every page shows it at once.
     *
     * @param onFailed gets a sentence if it could not be kept; the mark then holds until Tapdeck is closed
     */
    public void mark(String account, AccountMark mark, Consumer<String> onFailed) {
        Map<String, AccountMark> changed = new TreeMap<>(all.get());
        changed.put(account, mark);
        changed.values().removeIf(AccountMark.NONE::equals);
        newest = Map.copyOf(changed);
        all.set(newest);
        background.run(
                () -> {
                    keep(account);
                    return account;
                },
                kept -> {},
                failure -> onFailed.accept(
                        "The mark holds until Tapdeck is closed. It could not be saved: " + failure.getMessage()));
    }
}
