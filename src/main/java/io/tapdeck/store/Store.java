package io.tapdeck.store;

import io.tapdeck.environment.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The local database. Thread-safe; every method blocks for a moment of disk time. A failure to write (read-only home,
 * full disk) is an {@link StoreException} with words for people.
 */
public interface Store extends AutoCloseable {

    /**
     * A draft and where its author was.
     *
     * @param account which account it is for, 12 digits; null if it was saved before drafts had one
     */
    record SavedDraft(String id, @Nullable String account, Draft draft, String step, Instant savedAt) {}

    /**
     * Saves a draft under an id of the caller's choosing; a draft of that id is replaced.
     *
     * @param account which account it is for, 12 digits; null for none in particular
     */
    void saveDraft(String id, @Nullable String account, Draft draft, String step);

    /** All drafts, the newest first. */
    List<SavedDraft> drafts();

    Optional<SavedDraft> draft(String id);

    void deleteDraft(String id);

    /** An environment seen once, so that it can be shown before AWS has answered. */
    record KnownEnvironment(
            String account,
            String region,
            String blueprint,
            String suffix,
            String stackName,
            String status,
            Instant seenAt) {}

    /** Replaces what is known of one account and region. */
    void rememberEnvironments(String account, String region, List<KnownEnvironment> environments);

    List<KnownEnvironment> knownEnvironments(String account, String region);

    /** Metric history; the same object every time. */
    MetricArchive metrics();

    /** What is remembered of alarms; the same object every time. */
    AlarmArchive alarms();

    /** The colours and aliases of accounts, by account id of 12 digits; those that have neither are absent. */
    Map<String, AccountMark> accountMarks();

    /** Marks an account, in place of its mark so far; {@link AccountMark#NONE} takes it away. */
    void markAccount(String account, AccountMark mark);

    /** A preference, such as the theme. */
    Optional<String> preference(String key);

    void setPreference(String key, String value);

    /** Median of the seconds that creations of a resource type took on this computer; empty below three of them. */
    OptionalDouble usualSeconds(String resourceType, String operation);

    /** Remembers how long one resource took. */
    void rememberDuration(String resourceType, String operation, double seconds);

    /** What was done to accounts from this computer. */
    Journal journal();

    /** Who works on which environment, on this computer; the same object every time. */
    OperationLocks locks();

    @Override
    void close();
}
