package io.tapdeck.desk.kit;

import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Alarms and metrics that a test writes. */
public final class FakeMonitor implements Monitor {
    private final Map<String, Glance> glances = new ConcurrentHashMap<>();
    private volatile @Nullable BiFunction<Watched, Range, Watch> watches;
    private volatile @Nullable MonitorException failure;

    /** What is seen of a stack in a list. */
    public void glanceAt(String stackName, Glance glance) {
        glances.put(stackName, glance);
    }

    /** What an environment's page sees. */
    public void watchAs(BiFunction<Watched, Range, Watch> answer) {
        watches = answer;
    }

    /** Every reading fails from now on; null mends it. */
    public void fail(@Nullable MonitorException reason) {
        failure = reason;
    }

    private void enter() {
        OffScreen.require();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Watch refresh(Watched environment, Range range) {
        enter();
        return known(environment, range);
    }

    @Override
    public Watch known(Watched environment, Range range) {
        OffScreen.require();
        BiFunction<Watched, Range, Watch> answer = watches;
        if (answer == null) {
            throw new IllegalStateException("no watch was prepared");
        }
        return answer.apply(environment, range);
    }

    @Override
    public Map<String, Glance> glance(List<Watched> environments) {
        enter();
        Map<String, Glance> found = new HashMap<>();
        for (Watched environment : environments) {
            Glance glance = glances.get(environment.stackName());
            if (glance != null) {
                found.put(environment.stackName(), glance);
            }
        }
        return found;
    }
}
