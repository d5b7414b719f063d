package io.tapdeck.sandbox.cloudwatch.workload;

import java.util.List;

/** What the resources of one service do. */
interface Workload {

    /** The metrics of the resources that exist now, in a stable order. */
    List<Series> series();
}
