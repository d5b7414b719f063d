package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.Store;
import io.tapdeck.store.StoreException;
import io.tapdeck.store.Stores;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that cannot be read or written any more, in the middle of an operation. */
class FullDiskTest {
    private final Store kept;
    private final Account account;
    private boolean full;

    FullDiskTest(@TempDir Path folder) {
        kept = Stores.open(folder, InstantSource.system()).store();
        Journal journal = of(Journal.class, kept.journal());
        account = new Account((Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, method, arguments) ->
                        method.getName().equals("journal") ? journal : method.invoke(kept, arguments)));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private <T> T of(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (full) {
                        throw new StoreException("The disk is full.", new IOException());
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void theOutcomeOfWhatHasStartedIsToldAllTheSame() {
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));

        Outcome outcome = account.deployments.execute(review, event -> full |= event instanceof Started);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        Deployments next = account.deploymentsIn(Account.DEV.region(), kept);
        assertThat(next.resume(next.interrupted().getFirst(), account.events::add))
                .as("and its end is written by the next start")
                .isInstanceOf(Outcome.Up.class);
    }

    @Test
    void theWordsOfARefusalAreNotLost() {
        account.faults.script(number -> {
            full |= kept.journal().entries().stream().anyMatch(line -> line.kind() == Kind.SENDING);
            return full ? Fault.WRONG_STATUS : Fault.NONE;
        });

        assertThatThrownBy(() -> account.deployments.review(account.plan(Templates.alarm(80))))
                .isNotInstanceOf(StoreException.class)
                .hasMessageContaining("ChangeSet cannot be executed in its current status")
                .satisfies(refusal ->
                        assertThat(refusal.getSuppressed()).hasAtLeastOneElementOfType(StoreException.class));
    }
}
