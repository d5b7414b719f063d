package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.InstantSource;
import java.util.List;

/**
 * What everything that is deployed does: one workload for every service. A resource of any other type gets metrics from
 * data alone, see {@link Wave}.
 */
public final class Workloads {

    private Workloads() {}

    /** The workloads of a region's resources. */
    public static List<MetricSource> of(ResourceWorld world, InstantSource clock) {
        BackupParameters backup = WorkloadFile.load("backup-system", BackupParameters.class);
        QueueHistories queues = new QueueHistories(world.account(), backup);
        return List.of(
                new AuroraMetrics(world, clock, WorkloadFile.load("aurora-mysql", AuroraParameters.class)),
                new WorkloadMetrics(clock, new QueueWorkload(world, queues)),
                new WorkloadMetrics(clock, new TableWorkload(world, queues, backup.table())),
                new WorkloadMetrics(clock, new BucketWorkload(world, queues, backup.bucket())),
                new WorkloadMetrics(clock, new WaveWorkload(world)));
    }
}
