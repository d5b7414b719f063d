package io.tapdeck.deploy.sweep;

import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.faults.Lifetime;
import io.tapdeck.sandbox.identity.SandboxIam;
import io.tapdeck.sandbox.identity.SandboxIdentity;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An account on the simulated AWS, in virtual time. It depends on nothing but what was done to it and when, so doing the
 * same again brings back any moment of its past: that is where stale reads come from.
 */
final class World {
    static final String ACCOUNT = "000000000000";
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final AccountWorld allRegions = new AccountWorld();
    private final Map<String, Map<Class<?>, Object>> regions = new HashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private FaultScript faults = FaultScript.none();
    private Instant now = START;
    private final SandboxIdentity identity =
            new SandboxIdentity(() -> now, Lifetime::usual, () -> URI.create("http://127.0.0.1"));

    /** Something that is done to an account, the same in whatever world it is done. */
    @FunctionalInterface
    interface Change<T> {
        T to(World world) throws Throwable;
    }

    private record Deed(Instant at, Change<?> change) {
        /** Does it at its time; what was refused is refused again. */
        void again(World world) {
            world.now = at;
            world.regions
                    .keySet()
                    .forEach(region -> world.cloudFormation(region).advance());
            try {
                change.to(world);
            } catch (Throwable refused) {
                // It was told to who asked.
            }
        }
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Does something that changes the account. */
    <T> T change(Change<T> change) throws Throwable {
        deeds.add(new Deed(now, change));
        return change.to(this);
    }

    /** Somebody asks CloudFormation for something without Tapdeck. */
    void byHand(Consumer<CloudFormationClient> call) {
        Deed deed = new Deed(now, world -> {
            call.accept(world.cloudFormation(Swept.ENVIRONMENT.region()));
            return call;
        });
        deeds.add(deed);
        deed.again(this);
    }

    /** The account as it was. */
    World ago(Duration time) {
        Instant then = now.minus(time);
        World past = new World();
        for (Deed deed : deeds) {
            if (!deed.at().isAfter(then)) {
                deed.again(past);
            }
        }
        past.now = then;
        return past;
    }

    /** From now on resources have these faults, each in the grammar of {@link FaultScript}. */
    void faults(String... specs) {
        Deed deed = new Deed(now, world -> world.faults = FaultScript.parse(specs));
        deeds.add(deed);
        deed.again(this);
    }

    /** A service as the SDK's client of that type. */
    <C> C service(Class<C> type, String region) {
        Object service = regions.computeIfAbsent(region, this::open).get(type);
        if (service == null) {
            throw new IllegalArgumentException("not simulated: " + type);
        }
        return type.cast(service);
    }

    SandboxCloudFormation cloudFormation(String region) {
        return (SandboxCloudFormation) service(CloudFormationClient.class, region);
    }

    private Map<Class<?>, Object> open(String region) {
        ResourceWorld world = new ResourceWorld(allRegions);
        return Map.of(
                CloudFormationClient.class,
                new SandboxCloudFormation(
                        () -> now, world, ACCOUNT, region, (id, type, work) -> faults.forResource(id, type, work)),
                RdsClient.class,
                new SandboxRds(() -> now, world, ACCOUNT, region),
                IamClient.class,
                new SandboxIam(allRegions, ACCOUNT, "aws", action -> false),
                StsClient.class,
                identity.sts(SandboxIdentity.administrator()));
    }
}
