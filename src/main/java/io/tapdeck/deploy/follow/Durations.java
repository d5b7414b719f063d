package io.tapdeck.deploy.follow;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Operation;
import io.tapdeck.store.Store;
import io.tapdeck.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long resources usually take: what was seen in this account, else a table. The figures for clusters are those of
 * aws-cloudformation/rain; its 595 seconds for an instance are the latest here, as an instance of Serverless v2 usually
 * needs about half of that. The rest are round figures of the same order. What was seen in one account says nothing of
 * another, where the endpoint may be a simulated one.
 */
public final class Durations {
    private static final int UNKNOWN_SECONDS = 15;
    /** Slow resources scatter less, in proportion, than quick ones. */
    private static final double SLOW_SCATTER = 2;

    private static final double QUICK_SCATTER = 3;
    private static final int SLOW_SECONDS = 60;

    private static final Map<String, Integer> CREATE = Map.ofEntries(
            Map.entry("AWS::RDS::DBCluster", 222),
            Map.entry("AWS::RDS::DBInstance", 300),
            Map.entry("AWS::EC2::VPC", 14),
            Map.entry("AWS::EC2::Subnet", 6),
            Map.entry("AWS::EC2::SecurityGroup", 8),
            Map.entry("AWS::KMS::Key", 31),
            Map.entry("AWS::IAM::Role", 19),
            Map.entry("AWS::IAM::Policy", 16),
            Map.entry("AWS::S3::Bucket", 22),
            Map.entry("AWS::SNS::Topic", 12),
            Map.entry("AWS::SecretsManager::Secret", 6),
            Map.entry("AWS::CloudWatch::Alarm", 6));

    private static final Map<String, Integer> UPDATE =
            Map.of("AWS::RDS::DBCluster", 62, "AWS::RDS::DBInstance", 171, "AWS::CloudWatch::Alarm", 4);

    private static final Map<String, Integer> DELETE =
            Map.of("AWS::RDS::DBCluster", 180, "AWS::RDS::DBInstance", 300, "AWS::CloudWatch::Alarm", 4);

    private final Store store;
    private final String account;

    public Durations(Store store, String account) {
        this.store = store;
        this.account = account;
    }

    public Duration usual(String type, Operation operation) {
        Map<String, Integer> table = switch (operation) {
            case CREATE -> CREATE;
            case UPDATE -> UPDATE;
            case DELETE -> DELETE;
        };
        double seconds = seen(type, operation, table.getOrDefault(type, UNKNOWN_SECONDS));
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private double seen(String type, Operation operation, double otherwise) {
        try {
            return store.usualSeconds(key(type), operation.name()).orElse(otherwise);
        } catch (StoreException e) {
            return otherwise; // An estimate is not worth failing for.
        }
    }

    public static Duration latest(Duration usual) {
        double scatter = usual.toSeconds() >= SLOW_SECONDS ? SLOW_SCATTER : QUICK_SCATTER;
        return Duration.ofMillis(Math.round(usual.toMillis() * scatter));
    }

    /**
     * Remembers how long the resources of an operation took that succeeded; those of one that failed waited for it, were
     * cut short, or went back.
     */
    void learn(List<DeploymentEvent> events) {
        Map<String, Instant> started = new HashMap<>();
        for (DeploymentEvent event : events) {
            if (event instanceof ResourceMoved moved) {
                String status = moved.status();
                if (status.endsWith("_IN_PROGRESS")) {
                    started.putIfAbsent(moved.logicalId() + status.replace("_IN_PROGRESS", ""), moved.at());
                } else if (status.endsWith("_COMPLETE")) {
                    String operation = status.replace("_COMPLETE", "");
                    Instant start = started.get(moved.logicalId() + operation);
                    if (start != null) {
                        remember(moved.resourceType(), operation, Duration.between(start, moved.at()));
                    }
                }
            }
        }
    }

    private void remember(String type, String operation, Duration took) {
        try {
            store.rememberDuration(key(type), operation, took.toMillis() / 1000.0);
        } catch (StoreException e) {
            // As above.
        }
    }

    private String key(String type) {
        return account + " " + type;
    }
}
