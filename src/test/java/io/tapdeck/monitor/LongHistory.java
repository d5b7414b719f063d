package io.tapdeck.monitor;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** An environment of which everything was read that CloudWatch keeps: 15 months, 63 days every 5 minutes, 15 every one. */
public final class LongHistory {
    private final Watched environment;
    private final AwsConnection connection;

    /** Nothing is read yet. */
    public LongHistory(InstantSource clock) {
        String stack = "tapdeck-aurora-mysql-e0";
        environment = new Watched(
                "000000000000",
                "us-east-1",
                stack,
                FleetCloudWatch.environments("000000000000", "us-east-1", 1)
                        .getFirst()
                        .blueprint(),
                List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", stack + "-cluster")));
        connection = new InProcessConnection(new FleetCloudWatch(List.of(environment)), clock);
    }

    /** Which it is. */
    public Watched environment() {
        return environment;
    }

    /** A monitor that keeps what it reads in a store. */
    public Monitor monitor(Store store) {
        return new CloudWatchMonitor(connection, store);
    }

    /** Reads everything, so that it is in the store. */
    public Watch read(Store store, Instant now) {
        return monitor(store).refresh(environment, new Window(now.minus(Duration.ofDays(455)), now, Resolution.MINUTE));
    }
}
