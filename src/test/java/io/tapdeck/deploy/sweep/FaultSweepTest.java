package io.tapdeck.deploy.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to a single call of an operation: the outcome that is reported is the real one, each event is told once
 * and in order, nothing runs twice, and nothing is left over. A build tries a third of the calls, {@code mvn -Psweep verify}
 * all of them.
 */
class FaultSweepTest {
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final Map<Swept, List<Call>> CALLS = new EnumMap<>(Swept.class);

    @AfterAll
    static void count() {
        System.out.println("SWEEP " + CASES + " cases: operation × fault × call");
    }

    static Stream<Arguments> product() {
        return Stream.of(Swept.values())
                .flatMap(operation -> Stream.of(Fault.values()).map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("product")
    void aFaultAtEveryThirdCallChangesNothing(Swept operation, Fault fault) {
        sweep(operation, fault, 3);
    }

    @Tag("sweep")
    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("product")
    void aFaultAtAnyCallChangesNothing(Swept operation, Fault fault) {
        sweep(operation, fault, 1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UPDATE",
                "DELETE",
                "TWO_STACK_CREATE",
                "CANCEL_UPDATE",
                "CONTINUE_SKIPPING",
                "ROLL_BACK_CREATION",
                "DELETE_RETAINING"
            })
    void aResumptionThatDiesIsResumed(Swept operation) {
        List<Call> calls = new Case(operation).undisturbed();
        int start = IntStream.range(0, calls.size())
                .filter(at -> calls.get(at).starts())
                .findFirst()
                .orElseThrow();
        int end = new Case(operation).with(Map.of(start, Fault.KILL_AFTER)).size();
        for (int at = start + 1; at < end; at++) {
            CASES.incrementAndGet();
            new Case(operation).with(Map.of(start, Fault.KILL_AFTER, at, Fault.KILL_AFTER));
        }
    }

    private static void sweep(Swept operation, Fault fault, int step) {
        List<Call> calls = CALLS.computeIfAbsent(operation, any -> new Case(any).undisturbed());
        List<Integer> where = IntStream.range(0, calls.size())
                .filter(at -> calls.get(at).canHave(fault))
                .boxed()
                .toList();
        assertThat(where).isNotEmpty();
        List<String> broken = new ArrayList<>();
        // Another third for each pair, so that no call is left out of all.
        int first = Math.floorMod((operation.name() + fault.name()).hashCode(), Math.min(step, where.size()));
        for (int place = first; place < where.size(); place += step) {
            int at = where.get(place);
            CASES.incrementAndGet();
            try {
                new Case(operation).with(fault, at, calls.get(at));
            } catch (AssertionError e) {
                broken.add(e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause()));
            }
        }
        assertThat(broken).isEmpty();
    }
}
