package io.tapdeck.desk.kit;

import io.tapdeck.environment.Draft;
import io.tapdeck.store.AccountMark;
import io.tapdeck.store.AlarmArchive;
import io.tapdeck.store.Journal;
import io.tapdeck.store.MetricArchive;
import io.tapdeck.store.OperationLocks;
import io.tapdeck.store.Store;
import io.tapdeck.store.StoreException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store that forgets with the test. Every call fails the test if it comes from the JavaFX thread. */
public final class MemoryStore implements Store {
    private final InstantSource clock;
    private final Map<String, SavedDraft> drafts = new ConcurrentHashMap<>();
    private final Map<String, List<KnownEnvironment>> environments = new ConcurrentHashMap<>();
    private final Map<String, String> preferences = new ConcurrentHashMap<>();
    private final Map<String, AccountMark> marks = new ConcurrentHashMap<>();
    private final Journal journal = new MemoryJournal();
    private final OperationLocks locks = OperationLocks.ofThisProcess();
    private volatile @Nullable String broken;

    public MemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on every write fails with these words, as on a read-only disk. */
    public void breakDown(String words) {
        broken = words;
    }

    private void write() {
        OffScreen.require();
        if (broken != null) {
            throw new StoreException(broken, new IllegalStateException("read-only"));
        }
    }

    @Override
    public void saveDraft(String id, @Nullable String account, Draft draft, String step) {
        write();
        drafts.put(id, new SavedDraft(id, account, draft, step, clock.instant()));
    }

    @Override
    public List<SavedDraft> drafts() {
        OffScreen.require();
        return drafts.values().stream()
                .sorted(Comparator.comparing(SavedDraft::savedAt).reversed().thenComparing(SavedDraft::id))
                .toList();
    }

    @Override
    public Optional<SavedDraft> draft(String id) {
        OffScreen.require();
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public void deleteDraft(String id) {
        write();
        drafts.remove(id);
    }

    @Override
    public void rememberEnvironments(String account, String region, List<KnownEnvironment> known) {
        write();
        environments.put(account + region, List.copyOf(known));
    }

    @Override
    public List<KnownEnvironment> knownEnvironments(String account, String region) {
        OffScreen.require();
        return environments.getOrDefault(account + region, List.of());
    }

    @Override
    public Map<String, AccountMark> accountMarks() {
        OffScreen.require();
        return Map.copyOf(marks);
    }

    @Override
    public void markAccount(String account, AccountMark mark) {
        write();
        marks.put(account, mark);
        marks.values().removeIf(AccountMark.NONE::equals);
    }

    @Override
    public MetricArchive metrics() {
        throw new UnsupportedOperationException("the desk keeps no metrics");
    }

    @Override
    public AlarmArchive alarms() {
        throw new UnsupportedOperationException("the desk keeps no alarms");
    }

    @Override
    public Optional<String> preference(String key) {
        OffScreen.require();
        return Optional.ofNullable(preferences.get(key));
    }

    @Override
    public void setPreference(String key, String value) {
        write();
        preferences.put(key, value);
    }

    @Override
    public OptionalDouble usualSeconds(String resourceType, String operation) {
        return OptionalDouble.empty();
    }

    @Override
    public void rememberDuration(String resourceType, String operation, double seconds) {
        throw new UnsupportedOperationException("the desk times nothing");
    }

    @Override
    public OperationLocks locks() {
        return locks;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {}
}
