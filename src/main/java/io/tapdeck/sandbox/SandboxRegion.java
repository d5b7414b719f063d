package io.tapdeck.sandbox;

import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.identity.SandboxSts;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.InstantSource;

/** The services of one region: what CloudFormation makes in it, the others see, and no other region does. */
record SandboxRegion(SandboxCloudFormation cloudFormation, SandboxRds rds, SandboxSts sts) {

    /** A region where nothing exists yet. */
    static SandboxRegion empty(String name, InstantSource clock, ResourceFaults faults) {
        ResourceWorld world = new ResourceWorld();
        return new SandboxRegion(
                new SandboxCloudFormation(clock, world, Sandbox.ACCOUNT, name, faults),
                new SandboxRds(world, Sandbox.ACCOUNT, name),
                new SandboxSts(Sandbox.ACCOUNT));
    }
}
