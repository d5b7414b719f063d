package io.tapdeck.sandbox;

import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.identity.SandboxIam;
import io.tapdeck.sandbox.identity.SandboxSts;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.s3.SandboxS3;
import io.tapdeck.sandbox.sns.SandboxSns;
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
        SandboxSns sns,
        SandboxSts sts) {

    /**
     * A region where nothing exists yet.
     *
     * @param faults the script of the moment
     */
    static SandboxRegion empty(String name, AccountWorld account, InstantSource clock, Supplier<FaultScript> faults) {
        ResourceWorld world = new ResourceWorld(account);
        ResourceFaults ofResources = (logicalId, type, work) -> faults.get().forResource(logicalId, type, work);
        return new SandboxRegion(
                new SandboxCloudFormation(clock, world, Sandbox.ACCOUNT, name, ofResources),
                new SandboxCloudWatch(clock, world, Sandbox.ACCOUNT, name),
                new SandboxIam(account, Sandbox.ACCOUNT, action -> faults.get().denies(action)),
                new SandboxRds(clock, world, Sandbox.ACCOUNT, name),
                new SandboxS3(clock, world, name, action -> faults.get().denies(action)),
                new SandboxSns(
                        clock, world, Sandbox.ACCOUNT, action -> faults.get().denies(action)),
                new SandboxSts(Sandbox.ACCOUNT));
    }

    /** What is due by now happens, whatever service is called: the others see what CloudFormation has done. */
    void advance() {
        cloudFormation.advance();
        cloudWatch.advance();
    }
}
