package io.tapdeck.sandbox.cloudwatch.workload;

/**
 * How a backup system is used: jobs arrive in a queue, a worker stores an object and two records for each. Rates are per
 * minute, shares from 0 to 1.
 */
record BackupParameters(Jobs jobs, Worker worker, Poison poison, DeadLetters deadLetters, Table table, Bucket bucket) {

    /**
     * When jobs arrive.
     *
     * @param base at any time
     * @param noise largest distance from the expected rate, as a share of it
     */
    record Jobs(double base, BusinessHours business, Nightly nightly, double noise) {}

    /** The batch of the night; hours are UTC. */
    record Nightly(double fromHour, double toHour, double jobs) {}

    /**
     * What takes the jobs.
     *
     * @param capacity the most jobs it does in a minute
     * @param stall when it does only a share of what arrives, so that the queue grows
     */
    record Worker(long capacity, Episodes stall, double stallShare) {}

    /**
     * Jobs that cannot be done. The worker hands one back at once (ChangeMessageVisibility), so that it is received again a
     * minute later; every so many episodes they break the worker instead, and come back after the visibility timeout.
     */
    record Poison(Episodes arrive, int crashEvery) {}

    /** How long after the first of them somebody sends the dead letters back, after mending what they stumbled over. */
    record DeadLetters(int redrivenAfterMinutes) {}

    /**
     * The tables.
     *
     * @param hotWrites the most writes that an on-demand table takes; half of what is beyond is throttled
     * @param hotReads the same for reads
     */
    record Table(
            double writesPerJob,
            double readsPerJob,
            double hotWrites,
            double hotReads,
            Episodes systemErrors,
            double latency) {}

    /** The buckets. Each error lasts for its episodes and meets a share of the requests. */
    record Bucket(
            double bytesPerJob,
            double readsPerJob,
            Episodes clientErrors,
            Episodes serverErrors,
            double errorShare,
            double logsPerJob,
            double bytesPerLog) {}
}
