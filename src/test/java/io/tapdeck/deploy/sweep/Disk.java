package io.tapdeck.deploy.sweep;

import io.tapdeck.desk.kit.MemoryStore;
import io.tapdeck.store.Journal;
import io.tapdeck.store.OperationLocks;
import io.tapdeck.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What the processes of one computer leave to each other: the journal. Durations are not learned from faults. */
final class Disk {
    private static final Set<String> LEARNING = Set.of("usualSeconds", "rememberDuration");

    private final Store kept;

    Disk(World world) {
        kept = new MemoryStore(world::now);
    }

    Journal journal() {
        return kept.journal();
    }

    /** The store as one process has it; a dead one writes nothing more. */
    Store of(BooleanSupplier dead) {
        Journal journal = mortal(Journal.class, kept.journal(), dead);
        // The system sets a dead process's locks free.
        OperationLocks locks = OperationLocks.ofThisProcess();
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("journal")) {
                        return journal;
                    }
                    if (method.getName().equals("locks")) {
                        return locks;
                    }
                    return LEARNING.contains(method.getName())
                            ? OptionalDouble.empty()
                            : method.invoke(kept, arguments);
                });
    }

    private static <T> T mortal(Class<T> type, T target, BooleanSupplier dead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (dead.getAsBoolean()) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
