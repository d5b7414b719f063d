package io.tapdeck.sandbox;

import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.identity.SandboxSts;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.InstantSource;

/**
 * The services of one region: what CloudFormation makes in it, the others see, and no other region does, but for what is
 * the account's.
 */
record SandboxRegion(
        SandboxCloudFormation cloudFormation, SandboxCloudWatch cloudWatch, SandboxRds rds, SandboxSts sts) {

    /** A region where nothing exists yet. */
    static SandboxRegion empty(String name, AccountWorld account, InstantSource clock, ResourceFaults faults) {
        ResourceWorld world = new ResourceWorld(account);
        return new SandboxRegion(
                new SandboxCloudFormation(clock, world, Sandbox.ACCOUNT, name, faults),
                new SandboxCloudWatch(clock, world, Sandbox.ACCOUNT, name),
                new SandboxRds(world, Sandbox.ACCOUNT, name),
                new SandboxSts(Sandbox.ACCOUNT));
    }

    /** What is due by now happens, whatever service is called: the others see what CloudFormation has done. */
    void advance() {
        cloudFormation.advance();
        cloudWatch.advance();
    }
}
