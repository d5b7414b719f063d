package io.tapdeck.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.environment.EnvironmentKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation at a time works on an environment, on this computer. Between processes a lock file decides, which the
 * operating system sets free when its process dies, however it dies; beside it stands who has it. Thread-safe. A process
 * has one of these for a folder: on POSIX systems a second one that closes a file would set the first one's lock free.
 */
public final class OperationLocks {
    private static final System.Logger LOG = System.getLogger(OperationLocks.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable Path folder;
    private final Map<EnvironmentKey, Held> here = new HashMap<>();

    private final @Nullable OperationLocks aside;

    private OperationLocks(@Nullable Path folder, @Nullable OperationLocks aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /**
     * Locks that every process sees which uses the same folder.
     *
     * @param folder of the lock files; made when it is first needed
     */
    public static OperationLocks in(Path folder) {
        return new OperationLocks(folder, new OperationLocks(folder.resolve("aside"), null));
    }

    /** Locks of this process alone, where no file can be written. */
    public static OperationLocks ofThisProcess() {
        return new OperationLocks(null, new OperationLocks(null, null));
    }

    /**
     * Those of the operations that turn back the one that runs: beside it, one at a time works on an environment.
     *
     * @throws IllegalStateException if these are such already
     */
    public OperationLocks aside() {
        if (aside == null) {
            throw new IllegalStateException("nothing turns back what turns back");
        }
        return aside;
    }

    /** How far an operation is. */
    public enum Phase {
        /** It works for a moment, such as on a review: another of this process waits for it. */
        PREPARING,
        /** It waits for a person: another of this process may take its place. */
        READY,
        /** It runs: nobody else may. */
        RUNNING
    }

    /**
     * Who works on an environment.
     *
     * @param pid the process
     * @param what CREATE, UPDATE, DELETE or a review
     * @param since by the endpoint's clock
     */
    public record Holder(long pid, String operationId, String what, Instant since) {}

    /** What comes of asking for an environment. */
    public sealed interface Answer {}

    /**
     * It is the asker's.
     *
     * @param replaced the operation of this process that was waiting for a person and now has lost it; null if none
     */
    public record Taken(@Nullable String replaced) implements Answer {}

    /**
     * Another has it.
     *
     * @param here whether it is this process
     * @param holder null if it does not say who it is
     */
    public record Busy(boolean here, @Nullable Holder holder) implements Answer {}

    private static final class Held {
        final Holder holder;
        final @Nullable FileLock lock;
        Phase phase;

        Held(Holder holder, @Nullable FileLock lock, Phase phase) {
            this.holder = holder;
            this.lock = lock;
            this.phase = phase;
        }
    }

    /**
     * Asks for an environment. Waits only for an operation of this process that is at work for a moment. An operation that
     * has it already goes on with it.
     *
     * @throws StoreException if the lock cannot be written
     * @throws InterruptedException while it waits
     */
    public synchronized Answer take(
            EnvironmentKey environment, String operationId, String what, Instant since, Phase phase)
            throws InterruptedException {
        return take(environment, operationId, what, since, phase, true);
    }

    /**
     * Asks for an environment on behalf of an operation that is over but for its tidying up: it takes nobody's place. Waits as
     * {@link #take} does.
     *
     * @throws StoreException if the lock cannot be written
     * @throws InterruptedException while it waits
     */
    public synchronized Answer takeIfFree(
            EnvironmentKey environment, String operationId, String what, Instant since, Phase phase)
            throws InterruptedException {
        return take(environment, operationId, what, since, phase, false);
    }

    private Answer take(
            EnvironmentKey environment,
            String operationId,
            String what,
            Instant since,
            Phase phase,
            boolean insteadOfAnother)
            throws InterruptedException {
        Held held = here.get(environment);
        while (held != null && held.phase == Phase.PREPARING) {
            wait();
            held = here.get(environment);
        }
        Holder holder = new Holder(ProcessHandle.current().pid(), operationId, what, since);
        if (held == null) {
            return lock(environment, holder, phase);
        }
        String before = held.holder.operationId();
        if (held.phase == Phase.RUNNING || (!insteadOfAnother && !before.equals(operationId))) {
            return new Busy(true, held.holder);
        }
        here.put(environment, new Held(holder, held.lock, phase));
        tell(environment, holder);
        return new Taken(before.equals(operationId) ? null : before);
    }

    private Answer lock(EnvironmentKey environment, Holder holder, Phase phase) {
        if (folder == null) {
            here.put(environment, new Held(holder, null, phase));
            return new Taken(null);
        }
        try {
            Files.createDirectories(folder);
            FileLock lock = tryLock(folder.resolve(name(environment) + ".lock"));
            if (lock == null) {
                return new Busy(false, read(folder.resolve(name(environment) + ".holder")));
            }
            here.put(environment, new Held(holder, lock, phase));
            tell(environment, holder);
            return new Taken(null);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The lock of a file that is never deleted: who deletes it could take it from under another. Null if another has it. */
    private static @Nullable FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another store of this process has it: busy, like any other.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock;
    }

    /** The operation now waits for a person; another of this process may take its place. */
    public synchronized void ready(EnvironmentKey environment, String operationId) {
        Held held = here.get(environment);
        if (held != null && held.holder.operationId().equals(operationId)) {
            held.phase = Phase.READY;
            notifyAll();
        }
    }

    /** Sets an environment free, if that operation has it. */
    public synchronized void release(EnvironmentKey environment, String operationId) {
        Held held = here.get(environment);
        if (held != null && held.holder.operationId().equals(operationId)) {
            here.remove(environment);
            notifyAll();
            if (held.lock != null) {
                try {
                    held.lock.channel().close();
                } catch (IOException e) {
                    throw unusable(e);
                }
            }
        }
    }

    /** Whether nobody, here or in another process, works on an environment. */
    public synchronized boolean free(EnvironmentKey environment) {
        if (here.containsKey(environment)) {
            return false;
        }
        Path file = folder == null ? null : folder.resolve(name(environment) + ".lock");
        if (file == null || !Files.exists(file)) {
            return true;
        }
        try {
            FileLock lock = tryLock(file);
            if (lock == null) {
                return false;
            }
            lock.channel().close();
            return true;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Writes down who has the lock, for others to name. The lock holds without that, so a full disk does not refuse it. */
    private void tell(EnvironmentKey environment, Holder holder) {
        if (folder == null) {
            return;
        }
        try {
            // One name, not a new one each time: only who has the lock writes it, and what fails leaves no heap of
            // files.
            Path next = folder.resolve(name(environment) + ".holder.next");
            Files.writeString(
                    next,
                    JSON.createObjectNode()
                            .put("pid", holder.pid())
                            .put("operation", holder.operationId())
                            .put("what", holder.what())
                            .put("since", holder.since().toString())
                            .toString(),
                    StandardCharsets.UTF_8);
            Files.move(
                    next,
                    folder.resolve(name(environment) + ".holder"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "not told who has the lock: {0}", e.toString());
        }
    }

    private static @Nullable Holder read(Path file) {
        try {
            JsonNode read = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return new Holder(
                    read.path("pid").asLong(),
                    read.path("operation").asText(),
                    read.path("what").asText(),
                    Instant.parse(read.path("since").asText()));
        } catch (IOException | DateTimeException e) {
            return null; // It is busy all the same.
        }
    }

    private static String name(EnvironmentKey environment) {
        return String.join(
                ".",
                environment.account(),
                environment.region(),
                environment.blueprint(),
                environment.suffix().value());
    }

    private static StoreException unusable(IOException e) {
        return new StoreException(
                "The lock of the environment cannot be written: %s. Free some disk space, or make Tapdeck's data folder writable."
                        .formatted(e.getMessage()),
                e);
    }
}
