package io.tapdeck.monitor;

import java.util.List;
import java.util.Map;

/** Reads alarms and metrics of one session. Every method blocks; call it on a virtual thread. */
public interface Monitor {

    /**
     * Refreshes everything on a page: one batched GetMetricData for all series (only points newer than those already
     * known), DescribeAlarms, and new alarm history.
     *
     * @throws MonitorException if AWS cannot be read; what was known stays readable through {@link #known}
     */
    Watch refresh(Watched environment, Range range);

    /** What is known without asking AWS: the last refresh, else what the local history holds for the range. */
    Watch known(Watched environment, Range range);

    /**
     * One line per environment for a list: the states of its alarms and its capacity over the last 24 hours, in one
     * batched query for all of them.
     *
     * @return by {@link Watched#stackName}
     * @throws MonitorException if AWS cannot be read
     */
    Map<String, Glance> glance(List<Watched> environments);
}
