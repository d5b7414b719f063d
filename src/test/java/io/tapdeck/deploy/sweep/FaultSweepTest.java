package io.tapdeck.deploy.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to a single call of an operation: the outcome that is reported is the real one, each event is told once
 * and in order, nothing runs twice, and nothing is left over.
 */
class FaultSweepTest {
    private static final AtomicInteger CASES = new AtomicInteger();

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
        System.out.println("SWEEP " + CASES + " cases");
    }

    static Stream<Arguments> product() {
        return Stream.of(Swept.values())
                .flatMap(operation -> Stream.of(Fault.values())
                        .filter(fault -> !fault.kills())
                        .map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest
    @MethodSource("product")
    void noFaultAtAnyCallChangesTheStory(Swept operation, Fault fault) {
        List<Call> calls = new Case(operation, store).undisturbed();
        int met = 0;
        List<String> broken = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            try {
                met += new Case(operation, store).with(fault, at, calls.get(at)) ? 1 : 0;
            } catch (AssertionError e) {
                broken.add(String.valueOf(e.getMessage()) + (e.getCause() == null ? "" : " " + e.getCause()));
            }
        }
        CASES.addAndGet(met);
        assertThat(broken).isEmpty();
        assertThat(met).isPositive();
    }
}
