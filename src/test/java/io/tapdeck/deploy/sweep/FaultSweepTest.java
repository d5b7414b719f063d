package io.tapdeck.deploy.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to a single call of an operation: the outcome that is reported is the real one, each event is told once
 * and in order, nothing runs twice, and nothing is left over.
 */
class FaultSweepTest {
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final Map<Swept, List<Call>> CALLS = new EnumMap<>(Swept.class);

    @AfterAll
    static void count() {
        System.out.println("SWEEP " + CASES + " cases");
    }

    static Stream<Arguments> product() {
        return Stream.of(Swept.values())
                .flatMap(operation -> Stream.of(Fault.values())
                        .filter(fault -> !fault.kills() && fault != Fault.EXPIRED_TOKEN)
                        .map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest
    @MethodSource("product")
    void noFaultAtAnyCallChangesTheStory(Swept operation, Fault fault) {
        List<Call> calls = CALLS.computeIfAbsent(operation, any -> new Case(any).undisturbed());
        List<String> broken = new ArrayList<>();
        int cases = 0;
        for (int at = 0; at < calls.size(); at++) {
            if (calls.get(at).canHave(fault)) {
                cases++;
                try {
                    new Case(operation).with(fault, at, calls.get(at));
                } catch (AssertionError e) {
                    broken.add(e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause()));
                }
            }
        }
        CASES.addAndGet(cases);
        assertThat(broken).isEmpty();
        assertThat(cases).isPositive();
    }
}
