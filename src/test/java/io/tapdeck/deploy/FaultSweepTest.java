package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a single call, the outcome is the real one, each event is told once and in order. */
class FaultSweepTest {
    @TempDir
    static Path folder;

    private static Store store;

    @BeforeAll
    static void open() {
        store = Stores.open(folder, InstantSource.system()).store();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "LOST", "ANSWER_LOST", "BROKEN"})
    void oneFaultAtAnyCallChangesNothing(Fault fault) {
        int calls = undisturbed();
        assertThat(calls).isGreaterThan(10);
        for (int at = 0; at < calls; at++) {
            int faulty = at;
            assertSameStory("%s at call %d".formatted(fault, at), number -> number == faulty ? fault : Fault.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "LOST", "ANSWER_LOST", "BROKEN"})
    void threeFaultsInARowChangeNothing(Fault fault) {
        int calls = undisturbed();
        for (int at = 0; at < calls; at += 3) {
            int from = at;
            assertSameStory(
                    "%s from call %d".formatted(fault, at),
                    number -> number >= from && number < from + 3 ? fault : Fault.NONE);
        }
    }

    private static int undisturbed() {
        Account account = new Account(store);
        assertThat(account.deploy(Templates.alarm(80))).isInstanceOf(Outcome.Up.class);
        return account.faults.calls();
    }

    private static void assertSameStory(String what, java.util.function.IntFunction<Fault> script) {
        Account account = new Account(store);
        account.faults.script(script);
        Review review = account.deployments.review(account.plan(Templates.alarm(80)));
        Outcome outcome = account.deployments.execute(review, account.events::add);
        assertThat(outcome).as(what).isInstanceOf(Outcome.Up.class);
        assertThat(account.toldIds())
                .as(what)
                .isEqualTo(account.trueIds(review.own().stackId()));
        assertThat(account.events)
                .as(what)
                .filteredOn(DeploymentEvent.Ended.class::isInstance)
                .hasSize(1);
    }
}
