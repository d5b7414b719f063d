package io.tapdeck.deploy.sweep;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * As {@link FaultSweepTest}, with several faults in one operation: also in what a killed one's resumption calls. A build tries
 * the same schedules each time, {@code mvn -Psweep verify} others.
 */
class FaultScheduleTest {
    private static final int CALLS = 60;

    /** One fewer than the tries that a call has before an operation begins. */
    private static final int MOST = 5;

    @Property(tries = 300, seed = "20261122")
    void noScheduleOfFaultsChangesTheStory(@ForAll Swept operation, @ForAll("schedules") Map<Integer, Fault> schedule) {
        new Case(operation).with(schedule);
    }

    @Tag("sweep")
    @Property(tries = 5_000)
    void noneOfManySchedulesChangesTheStory(
            @ForAll Swept operation, @ForAll("schedules") Map<Integer, Fault> schedule) {
        new Case(operation).with(schedule);
    }

    @Provide
    Arbitrary<Map<Integer, Fault>> schedules() {
        return Arbitraries.maps(Arbitraries.integers().between(0, CALLS), Arbitraries.of(Fault.class))
                .ofMinSize(2)
                .ofMaxSize(MOST);
    }
}
