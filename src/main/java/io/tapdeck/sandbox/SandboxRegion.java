package io.tapdeck.sandbox;

import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.cloudwatch.AlarmRecord;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.identity.SandboxIam;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.s3.SandboxS3;
import io.tapdeck.sandbox.sns.SandboxSns;
import io.tapdeck.sandbox.wire.Partitions;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The services of one region: what CloudFormation makes in it, the others see, and no other region does, but for what is
 * the account's.
 */
record SandboxRegion(
        SandboxCloudFormation cloudFormation,
        SandboxCloudWatch cloudWatch,
        SandboxIam iam,
        SandboxRds rds,
        SandboxS3 s3,
        SandboxSns sns) {

    /**
     * A region where nothing exists yet.
     *
     * @param account 12 digits
     * @param regions the account's regions together
     * @param faults the script of the moment
     * @param alarms what is known of alarms that it will have
     */
    static SandboxRegion empty(
            String account,
            String name,
            AccountWorld regions,
            InstantSource clock,
            Supplier<FaultScript> faults,
            AlarmRecord alarms) {
        ResourceWorld world = new ResourceWorld(regions);
        ResourceFaults ofResources = (logicalId, type, work) -> faults.get().forResource(logicalId, type, work);
        return new SandboxRegion(
                new SandboxCloudFormation(clock, world, account, name, ofResources),
                new SandboxCloudWatch(clock, world, account, name, alarms),
                new SandboxIam(
                        regions,
                        account,
                        Partitions.of(name),
                        action -> faults.get().denies(action)),
                new SandboxRds(clock, world, account, name),
                new SandboxS3(clock, world, name, action -> faults.get().denies(action)),
                new SandboxSns(clock, world, account, action -> faults.get().denies(action)));
    }

    /** What is due by now happens, whatever service is called: the others see what CloudFormation has done. */
    void advance() {
        cloudFormation.advance();
        cloudWatch.advance();
    }
}
