package io.tapdeck.monitor;

import static java.util.Objects.requireNonNull;

import io.tapdeck.sandbox.SandboxClock;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.wire.WebPages;
import io.tapdeck.sandbox.wire.WireServer;
import io.tapdeck.sandbox.wire.WireService;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Some accounts full of environments, over HTTP, in a process of its own: what it costs to answer is not what it costs to ask.
 * Prints an endpoint for each account, and ends with its standard input.
 */
final class FleetServer {
    static final List<String> ACCOUNTS = List.of("111122223333", "444455556666", "777788889999");
    static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    /** Every refresh is to find a minute or two of new points. */
    private static final double SPEED = 120;

    private FleetServer() {}

    /** Environments of each account and region: 500 = 4 × 83 + 2 × 84. */
    static int environments(String account) {
        return account.equals(ACCOUNTS.getFirst()) ? 84 : 83;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        InstantSource clock = new SandboxClock(InstantSource.system(), Instant.parse("2026-11-20T12:00:00Z"), SPEED);
        for (String account : ACCOUNTS) {
            System.out.println(serve(account, clock).endpoint());
        }
        while (System.in.read() >= 0) {
            // Until whoever has started it goes away.
        }
        System.exit(0);
    }

    private static WireServer serve(String account, InstantSource clock) throws IOException {
        Map<String, FleetCloudWatch> metrics = new LinkedHashMap<>();
        Map<String, CloudFormationClient> stacks = new LinkedHashMap<>();
        for (String region : REGIONS) {
            List<Watched> environments = FleetCloudWatch.environments(account, region, environments(account));
            metrics.put(region, new FleetCloudWatch(environments));
            stacks.put(region, new FleetCloudFormation(environments));
        }
        AtomicInteger calls = new AtomicInteger();
        return new WireServer(
                0,
                List.of(
                        WireService.cloudFormation(origin -> requireNonNull(stacks.get(origin.region()))),
                        WireService.cloudWatch(origin -> requireNonNull(metrics.get(origin.region()))),
                        WireService.sts(_ -> new Caller(account))),
                FaultScript.none(),
                clock,
                () -> calls.toString(),
                WebPages.none(),
                (call, handling) -> {
                    calls.incrementAndGet();
                    return handling.handle();
                },
                pause -> {});
    }

    /** Who everybody is there. */
    private record Caller(String account) implements StsClient {
        @Override
        public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
            return GetCallerIdentityResponse.builder()
                    .account(account)
                    .arn("arn:aws:sts::%s:assumed-role/Administrator/ops".formatted(account))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
