package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.AccountPin;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.Draft;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the draft in the draft box: at most a second after a change, and when the wizard is left. A draft that nothing was
 * ever put into is not kept. One save at a time, so that an older one never overtakes a newer.
 */
final class DraftKeeper {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Store store;
    private final Background background;
    private final InstantSource time;
    private final String id;
    private final Supplier<Entry> now;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Entry kept;
    private @Nullable Instant keptAt;
    private @Nullable String trouble;
    private boolean saving;
    private boolean closed;
    private Background.@Nullable Repeating repeating;

    /** A draft, the account that it is for, and where its author is. */
    record Entry(Draft draft, AccountPin pin, Step step) {}

    /**
     * A keeper of one draft.
     *
     * @param time of this computer
     * @param now what there is to keep at the moment
     */
    DraftKeeper(Store store, Background background, InstantSource time, String id, Supplier<Entry> now) {
        this.store = store;
        this.background = background;
        this.time = time;
        this.id = id;
        this.now = now;
        this.kept = now.get();
    }

    /** "Draft saved 2 s ago", why it could not be saved, or nothing yet. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether the words are about trouble. */
    boolean inTrouble() {
        return trouble != null;
    }

    /** The draft was read from the box: it need not be saved before it is changed. */
    void readAt(Instant savedAt) {
        keptAt = savedAt;
        say();
    }

    void start() {
        if (repeating == null) {
            repeating = background.every(INTERVAL, this::tick);
        }
        say();
    }

    /** Saves what is not saved yet, and stops. */
    void stop() {
        if (repeating != null) {
            repeating.close();
            repeating = null;
        }
        save();
    }

    /** The draft has become an environment: it leaves the box. */
    void delete() {
        closed = true;
        background.run(
                () -> {
                    store.deleteDraft(id);
                    return id;
                },
                deleted -> {},
                problem -> {});
    }

    /** The draft goes back into the box. */
    void reopen() {
        closed = false;
    }

    private void tick() {
        save();
        say();
    }

    private void save() {
        Entry entry = now.get();
        if (closed || saving || entry.equals(kept)) {
            return;
        }
        saving = true;
        background.run(
                () -> {
                    store.saveDraft(
                            id,
                            entry.pin().account(),
                            entry.draft(),
                            entry.step().id());
                    return entry;
                },
                this::saved,
                problem -> {
                    saving = false;
                    trouble = problem.getMessage();
                    say();
                });
    }

    private void saved(Entry entry) {
        saving = false;
        kept = entry;
        keptAt = time.instant();
        trouble = null;
        say();
        if (closed) {
            // Deployed while this save was on its way.
            delete();
        } else if (repeating == null) {
            // Left while an older save was on its way.
            save();
        }
    }

    private void say() {
        if (trouble != null) {
            words.set("Draft not saved: " + trouble);
        } else if (keptAt != null) {
            Duration age = Duration.between(keptAt, time.instant());
            words.set(age.toSeconds() < 1 ? "Draft saved just now" : "Draft saved " + TimeText.rough(age) + " ago");
        }
    }
}
